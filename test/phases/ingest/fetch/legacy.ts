// Headlines as publishers wrote them before UTF-8: language, charset, the titles, and their bytes in hexadecimal, as Node encodes none of it.
export const legacy: readonly (readonly [lang: string, charset: string, titles: readonly string[], hex: readonly string[]])[] = [
  [
    'ru',
    'windows-1251',
    ['Президент подписал указ', 'Минобороны сообщило о перехвате ракет над морем', 'Переговоры в Женеве завершились без результата'],
    [
      'cff0e5e7e8e4e5edf220efeee4efe8f1e0eb20f3eae0e7',
      'cce8edeee1eef0eeedfb20f1eeeee1f9e8ebee20ee20efe5f0e5f5e2e0f2e520f0e0eae5f220ede0e420eceef0e5ec',
      'cfe5f0e5e3eee2eef0fb20e220c6e5ede5e2e520e7e0e2e5f0f8e8ebe8f1fc20e1e5e720f0e5e7f3ebfcf2e0f2e0',
    ],
  ],
  [
    'ru',
    'koi8-r',
    ['Президент подписал указ', 'Минобороны сообщило о перехвате ракет над морем', 'Переговоры в Женеве завершились без результата'],
    [
      'f0d2c5dac9c4c5ced420d0cfc4d0c9d3c1cc20d5cbc1da',
      'edc9cecfc2cfd2cfced920d3cfcfc2ddc9cccf20cf20d0c5d2c5c8d7c1d4c520d2c1cbc5d420cec1c420cdcfd2c5cd',
      'f0c5d2c5c7cfd7cfd2d920d720f6c5cec5d7c520dac1d7c5d2dbc9ccc9d3d820c2c5da20d2c5dad5ccd8d4c1d4c1',
    ],
  ],
  [
    'ru',
    'ibm866',
    ['Президент подписал указ', 'Минобороны сообщило о перехвате ракет над морем', 'Переговоры в Женеве завершились без результата'],
    [
      '8fe0a5a7a8a4a5ade220afaea4afa8e1a0ab20e3aaa0a7',
      '8ca8adaea1aee0aeadeb20e1aeaea1e9a8abae20ae20afa5e0a5e5a2a0e2a520e0a0aaa5e220ada0a420acaee0a5ac',
      '8fa5e0a5a3aea2aee0eb20a22086a5ada5a2a520a7a0a2a5e0e8a8aba8e1ec20a1a5a720e0a5a7e3abece2a0e2a0',
    ],
  ],
  [
    'ru',
    'iso-8859-5',
    ['Президент подписал указ', 'Минобороны сообщило о перехвате ракет над морем', 'Переговоры в Женеве завершились без результата'],
    [
      'bfe0d5d7d8d4d5dde220dfded4dfd8e1d0db20e3dad0d7',
      'bcd8ddded1dee0deddeb20e1deded1e9d8dbde20de20dfd5e0d5e5d2d0e2d520e0d0dad5e220ddd0d420dcdee0d5dc',
      'bfd5e0d5d3ded2dee0eb20d220b6d5ddd5d2d520d7d0d2d5e0e8d8dbd8e1ec20d1d5d720e0d5d7e3dbece2d0e2d0',
    ],
  ],
  [
    'ru',
    'x-mac-cyrillic',
    ['Президент подписал указ', 'Минобороны сообщило о перехвате ракет над морем', 'Переговоры в Женеве завершились без результата'],
    [
      '8ff0e5e7e8e4e5edf220efeee4efe8f1e0eb20f3eae0e7',
      '8ce8edeee1eef0eeedfb20f1eeeee1f9e8ebee20ee20efe5f0e5f5e2e0f2e520f0e0eae5f220ede0e420eceef0e5ec',
      '8fe5f0e5e3eee2eef0fb20e22086e5ede5e2e520e7e0e2e5f0f8e8ebe8f1fc20e1e5e720f0e5e7f3ebfcf2e0f2e0',
    ],
  ],
  [
    'uk',
    'windows-1251',
    ['Президент України підписав закон', 'Міністр оборони відвідав позиції на сході', "Переговори щодо перемир'я зайшли в глухий кут"],
    [
      'cff0e5e7e8e4e5edf220d3eaf0e0bfede820efb3e4efe8f1e0e220e7e0eaeeed',
      'ccb3edb3f1f2f020eee1eef0eeede820e2b3e4e2b3e4e0e220efeee7e8f6b3bf20ede020f1f5eee4b3',
      'cfe5f0e5e3eee2eef0e820f9eee4ee20efe5f0e5ece8f027ff20e7e0e9f8ebe820e220e3ebf3f5e8e920eaf3f2',
    ],
  ],
  [
    'uk',
    'koi8-u',
    ['Президент України підписав закон', 'Міністр оборони відвідав позиції на сході', "Переговори щодо перемир'я зайшли в глухий кут"],
    [
      'f0d2c5dac9c4c5ced420f5cbd2c1a7cec920d0a6c4d0c9d3c1d720dac1cbcfce',
      'eda6cea6d3d4d220cfc2cfd2cfcec920d7a6c4d7a6c4c1d720d0cfdac9c3a6a720cec120d3c8cfc4a6',
      'f0c5d2c5c7cfd7cfd2c920ddcfc4cf20d0c5d2c5cdc9d227d120dac1cadbccc920d720c7ccd5c8c9ca20cbd5d4',
    ],
  ],
  [
    'bg',
    'windows-1251',
    ['Президентът подписа закона за бюджета', 'Министърът на отбраната посети базата', 'Преговорите в Женева се провалиха'],
    [
      'cff0e5e7e8e4e5edf2faf220efeee4efe8f1e020e7e0eaeeede020e7e020e1fee4e6e5f2e0',
      'cce8ede8f1f2faf0faf220ede020eef2e1f0e0ede0f2e020efeef1e5f2e820e1e0e7e0f2e0',
      'cff0e5e3eee2eef0e8f2e520e220c6e5ede5e2e020f1e520eff0eee2e0ebe8f5e0',
    ],
  ],
  [
    'sr',
    'windows-1251',
    ['Председник потписао закон о буџету', 'Министар одбране посетио касарну'],
    [
      'cff0e5e4f1e5e4ede8ea20efeef2efe8f1e0ee20e7e0eaeeed20ee20e1f39fe5f2f3',
      'cce8ede8f1f2e0f020eee4e1f0e0ede520efeef1e5f2e8ee20eae0f1e0f0edf3',
    ],
  ],
  [
    'el',
    'windows-1253',
    ['Ο πρωθυπουργός συναντά τον πρόεδρο', 'Σύνοδος κορυφής για την ενέργεια στην Αθήνα', 'Νέες κυρώσεις κατά του Ιράν'],
    [
      'cf20f0f1f9e8f5f0eff5f1e3fcf220f3f5ede1edf4dc20f4efed20f0f1fce5e4f1ef',
      'd3fdedefe4eff220eaeff1f5f6def220e3e9e120f4e7ed20e5edddf1e3e5e9e120f3f4e7ed20c1e8deede1',
      'cddde5f220eaf5f1fef3e5e9f220eae1f4dc20f4eff520c9f1dced',
    ],
  ],
  [
    'el',
    'iso-8859-7',
    ['Ο πρωθυπουργός συναντά τον πρόεδρο', 'Σύνοδος κορυφής για την ενέργεια στην Αθήνα', 'Νέες κυρώσεις κατά του Ιράν'],
    [
      'cf20f0f1f9e8f5f0eff5f1e3fcf220f3f5ede1edf4dc20f4efed20f0f1fce5e4f1ef',
      'd3fdedefe4eff220eaeff1f5f6def220e3e9e120f4e7ed20e5edddf1e3e5e9e120f3f4e7ed20c1e8deede1',
      'cddde5f220eaf5f1fef3e5e9f220eae1f4dc20f4eff520c9f1dced',
    ],
  ],
  [
    'he',
    'windows-1255',
    ['ראש הממשלה נפגש עם הנשיא', 'הצבא תקף מטרות בצפון', 'שיחות הפסקת האש נמשכות בקהיר'],
    [
      'f8e0f920e4eeeef9ece420f0f4e2f920f2ed20e4f0f9e9e0',
      'e4f6e1e020faf7f320eee8f8e5fa20e1f6f4e5ef',
      'f9e9e7e5fa20e4f4f1f7fa20e4e0f920f0eef9ebe5fa20e1f7e4e9f8',
    ],
  ],
  [
    'ar',
    'windows-1256',
    ['الرئيس يوقع قانون الميزانية', 'وزير الخارجية يصل إلى القاهرة لإجراء محادثات', 'الجيش يعلن السيطرة على المدينة'],
    [
      'c7e1d1c6edd320ede6deda20dec7e4e6e420c7e1e3edd2c7e4edc9',
      'e6d2edd120c7e1cec7d1ccedc920edd5e120c5e1ec20c7e1dec7e5d1c920e1c5ccd1c7c120e3cdc7cfcbc7ca',
      'c7e1ccedd420eddae1e420c7e1d3edd8d1c920dae1ec20c7e1e3cfede4c9',
    ],
  ],
  [
    'ar',
    'iso-8859-6',
    ['الرئيس يوقع قانون الميزانية', 'وزير الخارجية يصل إلى القاهرة لإجراء محادثات', 'الجيش يعلن السيطرة على المدينة'],
    [
      'c7e4d1c6ead320eae8e2d920e2c7e6e8e620c7e4e5ead2c7e6eac9',
      'e8d2ead120c7e4cec7d1cceac920ead5e420c5e4e920c7e4e2c7e7d1c920e4c5ccd1c7c120e5cdc7cfcbc7ca',
      'c7e4ccead420ead9e4e620c7e4d3ead7d1c920d9e4e920c7e4e5cfeae6c9',
    ],
  ],
  [
    'fa',
    'windows-1256',
    ['رئيس جمهور در تهران با وزير خارجه ديدار کرد', 'مذاکرات هسته اي ادامه دارد', 'پارلمان بودجه را تصويب کرد'],
    [
      'd1c6edd320cce3e5e6d120cfd120cae5d1c7e420c8c720e6d2edd120cec7d1cce520cfedcfc7d12098d1cf',
      'e3d0c798d1c7ca20e5d3cae520c7ed20c7cfc7e3e520cfc7d1cf',
      '81c7d1e1e3c7e420c8e6cfcce520d1c720cad5e6edc82098d1cf',
    ],
  ],
  [
    'th',
    'windows-874',
    ['นายกรัฐมนตรีเดินทางเยือนกรุงปักกิ่ง', 'กองทัพเตรียมซ้อมรบร่วม', 'สหรัฐประกาศมาตรการคว่ำบาตรใหม่'],
    [
      'b9d2c2a1c3d1b0c1b9b5c3d5e0b4d4b9b7d2a7e0c2d7cdb9a1c3d8a7bbd1a1a1d4e8a7',
      'a1cda7b7d1bee0b5c3d5c2c1abe9cdc1c3bac3e8c7c1',
      'cacbc3d1b0bbc3d0a1d2c8c1d2b5c3a1d2c3a4c7e8d3bad2b5c3e3cbc1e8',
    ],
  ],
  [
    'ja',
    'shift_jis',
    ['首相が国会で答弁', '北朝鮮がミサイルを発射、防衛省が発表', '日米首脳会談、安全保障で合意'],
    [
      '8ef1918a82aa8d9189ef82c5939a95d9',
      '966b92a9914e82aa837e83548343838b82f094ad8ecb8141966889718fc882aa94ad955c',
      '93fa95c48ef1945d89ef926b814188c0915395db8fe182c58d8788d3',
    ],
  ],
  [
    'ja',
    'euc-jp',
    ['首相が国会で答弁', '北朝鮮がミサイルを発射、防衛省が発表', '日米首脳会談、安全保障で合意'],
    [
      'bcf3c1eaa4acb9f1b2f1a4c7c5facadb',
      'cbccc4abc1afa4aca5dfa5b5a5a4a5eba4f2c8afbccda1a2cbc9b1d2becaa4acc8afc9bd',
      'c6fccac6bcf3c7beb2f1c3cca1a2b0c2c1b4caddbee3a4c7b9e7b0d5',
    ],
  ],
  [
    'ja',
    'iso-2022-jp',
    ['首相が国会で答弁', '北朝鮮がミサイルを発射、防衛省が発表', '日米首脳会談、安全保障で合意'],
    [
      '1b24423c73416a242c397132712447457a4a5b1b2842',
      '1b24424b4c442b412f242c255f25352524256b2472482f3c4d21224b4931523e4a242c482f493d1b2842',
      '1b2442467c4a463c73473e3271434c2122304241344a5d3e632447396730551b2842',
    ],
  ],
  [
    'ko',
    'euc-kr',
    ['대통령 국회 연설', '북한 미사일 발사에 정부 긴급회의', '한미 정상회담 다음 주 개최'],
    [
      'b4ebc5ebb7c920b1b9c8b820bfacbcb3',
      'bacfc7d120b9ccbbe7c0cf20b9dfbbe7bfa120c1a4bace20b1e4b1dec8b8c0c7',
      'c7d1b9cc20c1a4bbf3c8b8b4e320b4d9c0bd20c1d620b0b3c3d6',
    ],
  ],
  [
    'zh',
    'gbk',
    ['外交部回应边境停火谈判', '国防部发言人谈南海演习', '总理会见俄罗斯外长'],
    [
      'cde2bdbbb2bfbbd8d3a6b1dfbeb3cda3bbf0ccb8c5d0',
      'b9fab7c0b2bfb7a2d1d4c8cbccb8c4cfbaa3d1ddcfb0',
      'd7dcc0edbbe1bcfbb6edc2decbb9cde2b3a4',
    ],
  ],
  [
    'zh-tw',
    'big5',
    ['外交部回應邊境停火談判', '國防部發言人談南海演習', '總統接見美國訪問團'],
    [
      'a57ea5e6b3a1a65ec0b3c3e4b9d2b0b1a4f5bdcda750',
      'b0eaa8beb3a1b56fa8a5a448bdcdab6eaefcba74b2df',
      'c160b2ceb1b5a8a3acfcb0eab358b0ddb9ce',
    ],
  ],
  [
    'pl',
    'windows-1250',
    ['Prezydent podpisał ustawę o budżecie', 'Minister: będą kolejne śledztwa w sprawie wybuchów', 'Żołnierze na granicy'],
    [
      '5072657a7964656e7420706f6470697361b3207573746177ea206f20627564bf65636965',
      '4d696e69737465723a2062ea64b9206b6f6c656a6e65209c6c65647a7477612077207370726177696520777962756368f377',
      'af6fb36e6965727a65206e61206772616e696379',
    ],
  ],
  [
    'pl',
    'iso-8859-2',
    ['Prezydent podpisał ustawę o budżecie', 'Minister: będą kolejne śledztwa w sprawie wybuchów', 'Żołnierze na granicy'],
    [
      '5072657a7964656e7420706f6470697361b3207573746177ea206f20627564bf65636965',
      '4d696e69737465723a2062ea64b1206b6f6c656a6e6520b66c65647a7477612077207370726177696520777962756368f377',
      'af6fb36e6965727a65206e61206772616e696379',
    ],
  ],
  [
    'cs',
    'windows-1250',
    ['Předseda vlády řekl, že jednání skončila', 'Ministr odmítl útok na základnu', 'Žádné nové sankce, říká Šefčovič'],
    [
      '50f865647365646120766ce1647920f8656b6c2c209e65206a65646ee16eed20736b6f6ee8696c61',
      '4d696e69737472206f646ded746c20fa746f6b206e61207ae16b6c61646e75',
      '8ee1646ee9206e6f76e92073616e6b63652c20f8ed6be1208a6566e86f7669e8',
    ],
  ],
  [
    'cs',
    'iso-8859-2',
    ['Předseda vlády řekl, že jednání skončila', 'Ministr odmítl útok na základnu', 'Žádné nové sankce, říká Šefčovič'],
    [
      '50f865647365646120766ce1647920f8656b6c2c20be65206a65646ee16eed20736b6f6ee8696c61',
      '4d696e69737472206f646ded746c20fa746f6b206e61207ae16b6c61646e75',
      'aee1646ee9206e6f76e92073616e6b63652c20f8ed6be120a96566e86f7669e8',
    ],
  ],
  [
    'hu',
    'windows-1250',
    ['A miniszterelnök szerint erősödik a gazdaság', 'Új törvény a külföldi ügynökökről', 'Tűzszünet jövő héten'],
    [
      '41206d696e69737a746572656c6ef66b20737a6572696e74206572f573f664696b20612067617a646173e167',
      'da6a2074f67276e96e792061206bfc6c66f66c646920fc67796ef66bf66b72f56c',
      '54fb7a737afc6e6574206af676f52068e974656e',
    ],
  ],
  [
    'hu',
    'iso-8859-2',
    ['A miniszterelnök szerint erősödik a gazdaság', 'Új törvény a külföldi ügynökökről', 'Tűzszünet jövő héten'],
    [
      '41206d696e69737a746572656c6ef66b20737a6572696e74206572f573f664696b20612067617a646173e167',
      'da6a2074f67276e96e792061206bfc6c66f66c646920fc67796ef66bf66b72f56c',
      '54fb7a737afc6e6574206af676f52068e974656e',
    ],
  ],
  [
    'ro',
    'windows-1250',
    ['Preşedintele a semnat legea bugetului', 'Ministrul apărării vizitează baza militară în aprilie', 'Ţările baltice cer ajutor'],
    [
      '507265ba6564696e74656c6520612073656d6e6174206c65676561206275676574756c7569',
      '4d696e69737472756c206170e372e37269692076697a697465617ae32062617a61206d696c69746172e320ee6e20617072696c6965',
      'dee372696c652062616c746963652063657220616a75746f72',
    ],
  ],
  [
    'ro',
    'iso-8859-2',
    ['Preşedintele a semnat legea bugetului', 'Ministrul apărării vizitează baza militară în aprilie', 'Ţările baltice cer ajutor'],
    [
      '507265ba6564696e74656c6520612073656d6e6174206c65676561206275676574756c7569',
      '4d696e69737472756c206170e372e37269692076697a697465617ae32062617a61206d696c69746172e320ee6e20617072696c6965',
      'dee372696c652062616c746963652063657220616a75746f72',
    ],
  ],
  [
    'tr',
    'windows-1254',
    ['Cumhurbaşkanı yasayı imzaladı', "Dışişleri Bakanı Şam'da görüştü", 'Ateşkes müzakereleri sürüyor, İran çağrı yaptı'],
    [
      '43756d6875726261fe6b616efd207961736179fd20696d7a616c6164fd',
      '44fdfe69fe6c6572692042616b616efd20de616d2764612067f672fcfe74fc',
      '417465fe6b6573206dfc7a616b6572656c6572692073fc72fc796f722c20dd72616e20e761f072fd2079617074fd',
    ],
  ],
  [
    'lt',
    'windows-1257',
    ['Prezidentas pasirašė biudžeto įstatymą', 'Seimo nariai ragina didinti gynybos išlaidas', 'Šalies gyventojų mažėja'],
    [
      '5072657a6964656e74617320706173697261f0eb2062697564fe65746f20e173746174796de0',
      '5365696d6f206e617269616920726167696e6120646964696e74692067796e79626f732069f06c6169646173',
      'd0616c69657320677976656e746f6af8206d61feeb6a61',
    ],
  ],
  [
    'lv',
    'windows-1257',
    ['Valsts prezidents parakstīja likumu', 'Saeima apstiprina jauno budžetu, aģentūra ziņo'],
    [
      '56616c737473207072657a6964656e747320706172616b7374ee6a61206c696b756d75',
      '536165696d612061707374697072696e61206a61756e6f20627564fe6574752c2061ec656e74fb7261207a69f26f',
    ],
  ],
  [
    'hr',
    'windows-1250',
    ['Predsjednik kaže da će potpisati zakon', 'Građani traže čišći zrak', 'Žene češće glasuju'],
    [
      '50726564736a65646e696b206b619e6520646120e66520706f74706973617469207a616b6f6e',
      '477261f0616e69207472619e6520e8699ae669207a72616b',
      '8e656e6520e8659ae66520676c6173756a75',
    ],
  ],
  [
    'hr',
    'iso-8859-2',
    ['Predsjednik kaže da će potpisati zakon', 'Građani traže čišći zrak', 'Žene češće glasuju'],
    [
      '50726564736a65646e696b206b61be6520646120e66520706f74706973617469207a616b6f6e',
      '477261f0616e6920747261be6520e869b9e669207a72616b',
      'ae656e6520e865b9e66520676c6173756a75',
    ],
  ],
  [
    'de',
    'windows-1252',
    ['Bürger prüfen Verträge', 'Präsident sagt Gipfel ab', 'Größte Übung seit Jahren: "Üben für den Ernstfall"'],
    [
      '42fc72676572207072fc66656e205665727472e46765',
      '5072e4736964656e7420736167742047697066656c206162',
      '4772f6df746520dc62756e672073656974204a616872656e3a2022dc62656e2066fc722064656e2045726e737466616c6c22',
    ],
  ],
  [
    'de',
    'iso-8859-15',
    ['Bürger prüfen Verträge', 'Präsident sagt Gipfel ab', 'Größte Übung seit Jahren: "Üben für den Ernstfall"'],
    [
      '42fc72676572207072fc66656e205665727472e46765',
      '5072e4736964656e7420736167742047697066656c206162',
      '4772f6df746520dc62756e672073656974204a616872656e3a2022dc62656e2066fc722064656e2045726e737466616c6c22',
    ],
  ],
  [
    'fr',
    'windows-1252',
    ['Élysée: le président français prononcé «liberté»', "L'Assemblée a voté la réforme", 'À Genève, les négociations reprennent'],
    [
      'c96c7973e9653a206c65207072e9736964656e74206672616ee76169732070726f6e6f6e63e920ab6c6962657274e9bb',
      '4c27417373656d626ce965206120766f74e9206c612072e9666f726d65',
      'c02047656ee876652c206c6573206ee9676f63696174696f6e732072657072656e6e656e74',
    ],
  ],
  [
    'fr',
    'iso-8859-15',
    ['Élysée: le président français prononcé «liberté»', "L'Assemblée a voté la réforme", 'À Genève, les négociations reprennent'],
    [
      'c96c7973e9653a206c65207072e9736964656e74206672616ee76169732070726f6e6f6e63e920ab6c6962657274e9bb',
      '4c27417373656d626ce965206120766f74e9206c612072e9666f726d65',
      'c02047656ee876652c206c6573206ee9676f63696174696f6e732072657072656e6e656e74',
    ],
  ],
  [
    'es',
    'windows-1252',
    ['El presidente viajará a España mañana', '¿Habrá acuerdo? «No», dice el ministro'],
    [
      '456c20707265736964656e7465207669616a6172e120612045737061f161206d61f1616e61',
      'bf48616272e1206163756572646f3f20ab4e6fbb2c206469636520656c206d696e697374726f',
    ],
  ],
  [
    'pt',
    'windows-1252',
    ['Governo não aceita proposta de paz', 'Eleições: São Paulo decide hoje'],
    [
      '476f7665726e6f206ee36f206163656974612070726f706f7374612064652070617a',
      '456c6569e7f565733a2053e36f205061756c6f2064656369646520686f6a65',
    ],
  ],
  [
    'sv',
    'windows-1252',
    ['Åklagaren väcker åtal mot ministern', 'Försvaret övar på Gotland'],
    ['c56b6c61676172656e2076e4636b657220e574616c206d6f74206d696e69737465726e', '46f67273766172657420f67661722070e520476f746c616e64'],
  ],
  [
    'da',
    'windows-1252',
    ['Statsministeren møder kongen på Færøerne', 'Ålborg får ny borgmester'],
    [
      '53746174736d696e6973746572656e206df8646572206b6f6e67656e2070e52046e672f865726e65',
      'c56c626f72672066e572206e7920626f72676d6573746572',
    ],
  ],
  [
    'is',
    'windows-1252',
    ['Forseti Íslands undirritaði lögin í gær', 'Þingið samþykkti fjárlög'],
    ['466f727365746920cd736c616e647320756e64697272697461f069206cf667696e20ed2067e672', 'de696e6769f02073616dfe796b6b746920666ae1726cf667'],
  ],
  [
    'en',
    'windows-1252',
    ['Iran’s envoy: “no deal” – talks stall', 'Café owners protest — again'],
    [
      '4972616e927320656e766f793a20936e6f206465616c9420962074616c6b73207374616c6c',
      '436166e9206f776e6572732070726f74657374209720616761696e',
    ],
  ],
];
