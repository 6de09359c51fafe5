// Words of headlines that carry no event: articles, prepositions, auxiliaries, and the verbs and labels of reporting. Data.
const stopWords: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries({
    en: `a an the and or but nor of in on at to for from by with without as is are was were be been being it its this that these those there
      here he she his her they them their we our you your i my me us who whom what which when where why how not no yes all any some
      more most
      less than then so if after before over under into out up down off about against between amid during while until since through per via
      new says say said saying tells told report reports reported live update updates latest news watch video opinion analysis exclusive
      breaking will would could should may might can must has have had do does did just now also still again first one get gets got vs`,
    de: `der die das den dem des ein eine einen einem einer eines und oder aber von vom in im an am auf aus bei beim mit nach vor zu zum zur
      für gegen über unter um durch ohne bis seit als wie ist sind war waren wird werden wurde wurden sein hat haben hatte kann können soll
      sollen will wollen nicht kein keine auch noch nur schon mehr sich er sie es wir ihr ihre sein seine was wer wo wann warum dass ob wenn
      so hier sagt sagen meldet laut bericht neue neuer neues neuen live ticker liveticker kommentar analyse interview nun jetzt wieder`,
    fr: `le la les l un une des du de d et ou mais à a au aux en dans sur sous par pour avec sans entre vers chez contre depuis après avant
      pendant est sont était être été ont avoir fait ce cet cette ces se s sa son ses leur leurs il elle ils elles on nous vous je qui
      que qu
      quoi dont où quand comment pourquoi ne n pas plus moins très tout tous toute toutes selon dit disent annonce direct nouveau nouvelle
      nouveaux nouvelles si y c j m t encore déjà aussi va vont`,
    es: `el la los las un una unos unas y e o u de del a al en con sin por para sobre contra entre hasta desde tras ante bajo es son era fue
      fueron ser sido está están ha han había que qué quien quién cual cuál cuando cuándo como cómo donde dónde se su sus lo le les nos
      no sí
      más menos muy todo todos toda todas según dice dicen directo nuevo nueva nuevos nuevas ya también este esta estos estas ese esa`,
    ru: `и в во на с со к ко по о об от до из за у при для над под без через между после перед против про не ни что как это этот эта эти тот
      та те его ее её их он она они мы вы я который которая которые которых где когда почему кто чем чего был была было были будет
      будут быть
      есть нет да же ли бы или а но уже еще ещё все всё всех также более из-за сообщил сообщила сообщили сообщает сообщают заявил заявила
      заявили заявляет рассказал рассказали назвал новые новый новая новых лишь только так том`,
  }).map(([lang, list]) => [lang, new Set(list.split(/\s+/))]),
);

const none: ReadonlySet<string> = new Set();

/** Whether a lower-case word tells nothing in this language; false in a language without a list. */
export function isStopWord(word: string, lang: string): boolean {
  return (stopWords[lang] ?? none).has(word);
}
