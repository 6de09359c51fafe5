// Places and things of strategic news under one id over languages, as data: what lets a headline in one language meet one in
// another where neither actor nor mechanism tells. Each entry lists word beginnings; a blank inside one is written as "+", before a
// word that is another where it is no name stands "^".

/** Places whose names differ between languages by more than spelling. A capital also stands for its state; here it is a place. */
export const places = `
geneva: genev genf genfer женев ginebra 日内瓦
vienna: vienn wien вена вене вены viena 维也纳
hague: hague haag haye гааг haya 海牙
cairo: cairo kairo caire каир 开罗
istanbul: istanbul стамбул estambul 伊斯坦布尔
munich: munich münch мюнхен 慕尼黑
davos: davos давос 达沃斯
doha: doha доха дохе катар+доха 多哈
riyadh: riyadh riad эр-рияд эрияд riad 利雅得
kyiv: kyiv kiev kiew kiewer киев київ 基辅 ukrainian+capital ukrainisch+hauptstadt capitale+ukrainien украинск+столиц
odesa: odesa odessa одесс одеса одесу одесе 敖德萨
kharkiv: kharkiv kharkov charkiw charkow харьков járkov 哈尔科夫
kherson: kherson cherson херсон jersón
zaporizhzhia: zaporizh zaporozh saporisch saporosch zaporij запорож zaporiyia
mariupol: mariupol мариупол marioupol
dnipro: dnipro dnepr dnjepr днепр
sumy: sumy sumi сумы сумах сумск
poltava: poltava poltawa полтав
mykolaiv: mykolaiv nikolaev mykolajiw николаев
chernihiv: chernihiv chernigov tschernihiw чернигов
nikopol: nikopol никопол
pokrovsk: pokrovsk pokrowsk покровск
kramatorsk: kramatorsk краматорск
vovchansk: vovchansk wowtschansk волчанск
kupiansk: kupiansk kupjansk купянск
bryansk: bryansk brjansk briansk брянск
ryazan: ryazan rjasan riazan рязан
saratov: saratov saratow саратов
rostov: rostov rostow ростов
sevastopol: sevastopol sewastopol sébastopol севастопол
novorossiysk: novorossiysk noworossijsk новороссийск
lviv: lviv lwiw lemberg lvov львов leópolis
donbas: donbas донбас donezk donetsk донецк luhansk lugansk луганск
crimea: crimea crimean krim krimbrücke crimée крым
kursk: kursk koursk курск
belgorod: belgorod белгород
bakhmut: bakhmut bachmut бахмут artjomowsk
gaza: gaza ^газа ^газе ^газы ^газу ^газой 加沙 غزة
rafah: rafah рафах 拉法
westbank: west+bank westjordanland cisjordan западн+берег 西岸
jenin: jenin dschenin djénine дженин
nablus: nablus naplouse наблус
khanyounis: khan+younis khan+yunis chan+junis хан-юнис
haifa: haifa хайф
telaviv: tel+aviv тель+авив
eilat: eilat эйлат
nabatieh: nabatieh nabatija набатия
homs: homs хомс
latakia: latakia lattaquié латакия
beirut: beirut beyrouth бейрут 贝鲁特
damascus: damascus damaskus damas дамаск 大马士革
aleppo: aleppo alep алеппо
idlib: idlib идлиб
golan: golan голан
baghdad: baghdad bagdad багдад 巴格达
mosul: mosul mossul mossoul мосул
sanaa: sanaa sana'a сана
hodeidah: hodeid hudaid ходейд
natanz: natanz natans натанз
fordow: fordo фордо форду
isfahan: isfahan esfahan ispahan исфахан
hormuz: hormuz hormus ormuz ormuz ормуз 霍尔木兹
suez: suez suezkanal sueskanal суэцк 苏伊士
redsea: red+sea rote+meer roten+meer rotes+meer mer+rouge mar+rojo красн+мор 红海
blacksea: black+sea schwarze+meer schwarzen+meer schwarzmeer mer+noire mar+negro черн+мор чёрн+мор 黑海
baltic: baltic+sea baltic ostsee mer+baltique балтий mar+báltico
southchinasea: south+china+sea südchinesisch mer+de+chine южно-китай южнокитай mar+de+china 南海
arctic: arctic arkti arctique арктик ártico 北极
greenland: greenland grönland groenland гренланд groenlandia 格陵兰
svalbard: svalbard spitzberg шпицберген
peshawar: peshawar peschawar пешавар
quetta: quetta кветт
karachi: karachi карачи
kabul: kabul kaboul кабул
kandahar: kandahar кандагар
kashmir: kashmir kaschmir cachemire кашмир cachemira 克什米尔
taiwanstrait: taiwan+strait taiwanstraße taiwanstrasse détroit+de+taïwan тайванск+пролив 台湾海峡
hongkong: hong+kong гонконг 香港
xinjiang: xinjiang синьцзян 新疆
tibet: tibet тибет 西藏
darfur: darfur darfour дарфур 达尔富尔
sahel: sahel сахел
khartoum: khartum khartoum хартум jartum 喀土穆
elfasher: fasher fascher эль-фашер
omdurman: omdurman омдурман
portsudan: port+sudan порт+судан
maiduguri: maiduguri майдугури
mogadishu: mogadishu mogadischu mogadiscio могадишо
bamako: bamako бамако
tripoli: tripoli триполи
kivu: kivu киву
goma: goma гома
tigray: tigray tigré тыграй тиграй
kosovo: kosov косов
karabakh: karabakh karabach карабах
transnistria: transnistr приднестров
abkhazia: abkhas abkhaz abchas абхаз
bosporus: bospor босфор bósforo
panamacanal: panama+canal panamakanal canal+de+panam панамск+канал
strasbourg: strasbourg straßburg strassburg страсбург estrasburgo
shanghai: shanghai schanghai шанхай 上海
panmunjom: panmunjom панмунджом
newyork: new+york нью-йорк nueva+york 纽约
mexicocity: mexiko-stadt mexico+city ciudad+de+méxico
alaska: alaska аляск
antarctic: antarkti antarcti антаркти
`;

/** Things acts are done with or to. */
export const things = `
drone: drone drohne дрон дронам беспилотн бпла dron uav shahed 无人机
missile: missile rakete marschflugk ракет misil misiles 导弹
bomb: bomb bombard бомба бомбы бомбой бомбар
mine: landmine мины minas
artillery: artiller артиллер obstrel обстрел shelling
jet: fighter+jet warplane kampfjet kampfflugzeug avion+de+chasse aviones+de+combate истребител aircraft 战机
tank: tanks panzer kampfpanzer chars танки танка танков танках танков tanques 坦克
warship: warship kriegsschiff navire+de+guerre aircraft+carrier flugzeugträger porte-avions авианос frégate frigate fregat
submarine: submarin u-boot sous-marin подводн+лод подлодк 潜艇
tanker: tanker öltanker pétrolier танкер petrolero 油轮
ship: ship vessel carrier freighter schiff frachter cargo vraquier navire bateau судн buque 货船
satellite: satellit спутник satélite 卫星
port: port hafen häfen порт порту портов puerto docks harbour harbor 港口
grain: grain wheat getreide weizen blé céréale зерно зерна зернов пшениц trigo grano 粮食
refinery: refiner raffiner нпз нефтеперераб refinería 炼油厂
oil: oil crude erdöl rohöl öl pétrole brut нефть нефти нефтян petróleo 石油
gas: gas gaz газ газов газопров erdgas gasleitung gazoduc 天然气
pipeline: pipeline leitung gasleitung oléoduc gazoduc газопровод нефтепровод трубопровод oleoducto gasoducto
grid: power+grid stromnetz réseau+électrique энергосистем электросет red+eléctrica blackout stromausfall
nuclearplant: nuclear+plant power+plant atomkraftwerk akw centrale+nucléaire аэс central+nuclear 核电站
enrichment: enrich anreicherung enrichissement обогащ enriquecimiento centrifuge zentrifug центрифуг uran 浓缩
warhead: warhead sprengkopf ogive боеголов ojiva 弹头
chip: chip semiconductor halbleiter puce микросхем полупровод чипы чипов semiconductor 芯片 半导体
rareearth: rare+earth selten+erden terres+rares редкозем tierras+raras 稀土
steel: steel stahl acier сталь стали acero 钢
aluminium: alumin алюмин 铝
car: car cars automobile auto autos voiture автомоб coches electric+vehicle elektroauto 汽车
hostage: hostage geisel otage заложник rehenes 人质
prisoner: prisoner+swap prisoners gefangen prisonnier пленн обмен+пленн prisioner 战俘
refugee: refugee flüchtling réfugié беженц refugiad asylum asyl 难民
hospital: hospital klinik spital spitäl krankenh hôpita больниц 医院
school: school schule école школа школы школу школе школьн escuela 学校
soldier: soldier soldat солдат военнослуж troops truppen troupe войск tropas soldados 士兵 军队
police: police polizei polizist полици policía 警察
journalist: journalist reporter журналист periodista 记者
diplomat: diplomat дипломат botschaft ambassad посольств посол embajad embassy 外交官 大使
army: army armee armée арми ejército heer streitkräfte 陆军
exercise: drill exercise manöver manœuvre exercices учени маневр übt maniobras war+game 演习
warrant: arrest+warrant haftbefehl mandat+d'arrêt mandat ордер orden+de+arresto 逮捕令
genocide: genocid völkermord génocid геноцид 种族灭绝
budget: budget haushalt бюджет presupuesto 预算
interestrate: interest+rate leitzins zinsen taux+directeur процентн+ставк tipos+de+interés
inflation: inflation инфляц inflación 通胀
debt: debt schulden dette долг deuda
loan: loan tranche kredit prêt кредит транш préstamo
tariff: tariff levy levies duties zölle zoll droits+de+douane пошлин arancel 关税
vote: ballot run-off runoff wahlgang stichwahl scrutin выбор elecci second+tour wahl présidentielle voters 选举
parliament: parliament parlament парламент bundestag assemblée knesset кнессет duma дума думе думы 议会
constitution: constitution verfassung конституц 宪法
court: court gericht tribunal cour суду суде судья судьи judges richter 法院
coup: coup putsch переворот golpe 政变
earthquake: earthquake quake erdbeben séisme землетряс terremoto 地震
flood: flood hochwasser überschwemm inondation наводнен inundaci 洪水
landslide: landslide mudslide erdrutsch glissement+de+terrain оползн оползень deslizamiento+de+tierra 滑坡 山体滑坡
storm: tropical+storm hurricane typhoon cyclone hurrikan taifun zyklon ouragan typhon тайфун ураган циклон huracán tifón ciclón 台风 飓风
wildfire: wildfire forest+fire bushfire waldbrand waldbränd feux+de+forêt incendies+de+forêt лесн+пожар incendio+forestal 山火
eruption: eruption volcan vulkan éruption вулкан erupción 火山
crash: plane+crash air+crash train+crash bus+crash helicopter+crash derail flugzeugabsturz zugunglück busunglück crash+d'avion авиакатастроф descarril 空难
famine: famine hunger starv hungersnot famin голод hambruna 饥荒
epidemic: outbreak epidemi épidémie эпидем cholera ebola
emissions: emission выброс émissions emisiones 排放
cable: undersea+cable seekabel câble кабел cable+submarino
balloon: balloon ballon воздушн+шар globo 气球
spy: spy spies spion espion шпион espía 间谍
hacker: hack hacker cyber кибер ciber взлом ransomware 黑客
data: data+breach datenleck утечк+данн
migrant: migrant мигрант migrante channel+crossing
ceasefire: truce ceasefire waffenruhe waffenstillstand feuerpause trêve cessez+le+feu перемир прекращен+огн tregua alto+el+fuego
talks: talks gespräch verhandlung pourparlers négociat переговор negociaci mediator médiateur посредник 谈判
blockade: blockade blockad blocus блокад bloqueo 封锁
shadowfleet: shadow+fleet ghost+tanker ghost+fleet schattenflotte flotte+fantôme теневой+флот теневого+флот
boycott: boycott boykott boicot бойкот 抵制
teargas: tear+gas tränengas gaz+lacrymog слезоточ gas+lacrim 催泪
airspace: airspace luftraum espace+aérien воздушн+пространств espacio+aéreo 领空
border: border grenze frontière границ frontera 边境
base: military+base army+base stützpunkt base+militaire военн+баз base+militar
`;
