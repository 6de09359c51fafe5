// Words that headlines of the served languages are made of, and the charset that each language's old feeds come in.

export const languages = ['en', 'de', 'fr', 'es', 'ru', 'zh'] as const;
export type Language = (typeof languages)[number];

export interface Words {
  charset: string;
  who: readonly string[];
  does: readonly string[];
  what: readonly string[];
  where: readonly string[];
  /** What a description goes on with. */
  filler: string;
}

const list = (words: string) => words.split('|').map((word) => word.trim());

export const wordsOf: Record<Language, Words> = {
  en: {
    charset: 'windows-1252',
    who: list(
      'The foreign minister | A senior official | The government in Kyiv | Parliament | The White App | NATO | The court | Beijing',
    ),
    does: list('announces | rejects | will discuss | has agreed to | warns against | delays | calls for | votes on'),
    what: list('new sanctions | a cease-fire | the trade deal | elections | an arms package | export controls | talks | a summit'),
    where: list(
      '| after the strikes | in the east of the country | before the weekend | at the border | this week | with its allies | by June',
    ),
    filler: 'Officials said on Tuesday that the decision would be reviewed within weeks, while critics at home & abroad called it late.',
  },
  de: {
    charset: 'windows-1252',
    who: list('Der Außenminister | Die Regierung | Ein hoher Beamter | Der Bundestag | Die Nato | Das Gericht | Die Ukraine | Peking'),
    does: list('kündigt | fordert | verschiebt | prüft | bespricht | verhandelt über | warnt vor | stimmt über'),
    what: list(
      'neue Sanktionen | eine Waffenruhe | das Handelsabkommen | die Wahlen | Waffenlieferungen | Gespräche | das Gesetz | den Gipfel',
    ),
    where: list(
      '| nach den Angriffen | im Osten des Landes | vor dem Wochenende | an der Grenze | in dieser Woche | mit Verbündeten | bis Juni',
    ),
    filler: 'Wie es am Dienstag aus Kreisen der Behörden hieß, soll die Entscheidung in den nächsten Wochen noch einmal geprüft werden.',
  },
  fr: {
    charset: 'windows-1252',
    who: list(
      'Le ministre des Affaires étrangères | Le gouvernement | Un haut responsable | Le Parlement | La France | Le tribunal | Kiev | Pékin',
    ),
    does: list('annonce | rejette | demande | reporte | examine | négocie | dénonce | approuve'),
    what: list(
      'de nouvelles sanctions | un cessez-le-feu | les élections | un accord commercial | la loi | des livraisons | le sommet | la trêve',
    ),
    where: list(
      "| après les frappes | dans l'est du pays | avant le week-end | à la frontière | cette semaine | avec ses alliés | d'ici juin",
    ),
    filler: 'Selon des responsables, la décision sera réexaminée dans les prochaines semaines, alors que les critiques se multiplient.',
  },
  es: {
    charset: 'windows-1252',
    who: list('El ministro de Exteriores | El Gobierno | Un alto cargo | El Parlamento | La OTAN | El tribunal | Kiev | Pekín'),
    does: list('anuncia | rechaza | pide | aplaza | estudia | negocia | denuncia | aprueba'),
    what: list('nuevas sanciones | un alto el fuego | las elecciones | el acuerdo comercial | la ley | más armas | la cumbre | el diálogo'),
    where: list(
      '| tras los ataques | en el este del país | antes del fin de semana | en la frontera | esta semana | con sus aliados | hasta junio',
    ),
    filler:
      'Según fuentes oficiales, la decisión se revisará en las próximas semanas, mientras crecen las críticas dentro y fuera del país.',
  },
  ru: {
    charset: 'koi8-r',
    who: list('Министр иностранных дел | Правительство | Парламент | Кремль | Суд | Пекин | Высокопоставленный чиновник | НАТО'),
    does: list('объявил о | отложил | обсудит | отверг | одобрил | потребовал | предупредил о | рассмотрит'),
    what: list('новые санкции | перемирие | торговое соглашение | выборы | поставки оружия | переговоры | закон | саммит'),
    where: list('| после ударов | на востоке страны | до выходных | на границе | на этой неделе | вместе с союзниками | до июня'),
    filler: 'По словам официальных лиц, решение будет пересмотрено в ближайшие недели, в то время как критика внутри страны растёт.',
  },
  zh: {
    charset: 'gb18030',
    who: list('外交部长 | 政府 | 议会 | 白宫 | 法院 | 北京 | 一名高级官员 | 北约'),
    does: list('宣布 | 拒绝 | 将讨论 | 推迟 | 批准 | 要求 | 警告 | 审议'),
    what: list('新制裁 | 停火协议 | 贸易协定 | 选举 | 军援计划 | 出口管制 | 和平谈判 | 峰会'),
    where: list('| 在袭击之后 | 在该国东部 | 周末之前 | 在边境 | 本周 | 与盟友 | 六月之前'),
    filler: '官员周二表示，该决定将在未来几周内重新审查，而国内外的批评者称其为时已晚。',
  },
};
