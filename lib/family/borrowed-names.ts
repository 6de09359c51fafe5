// Actors whose name a headline uses for something else: a palace is no head of state, a sanctions regime no government, a national
// security council not that of the United Nations, The Hague where its courts are
// meant not the Netherlands, Latin America not the United States, a sea not the state it is called after, a namesake no former prime minister.

interface Borrowed {
  id: string;
  /** The name as something else. */
  thing: RegExp;
  /** What names the actor itself all the same. */
  itself: RegExp;
  /** One of these is an actor of the headline, where that is needed. */
  beside?: (id: string) => boolean;
}

const borrowed: readonly Borrowed[] = [
  {
    id: '@government',
    thing: /\b(?:sanctions?|visa|tax|trade|inspections?|control|export|legal|safeguards|testing)\s+regimes?\b/i,
    itself: /\b(?:governments?|authorit\p{L}+|cabinet|minist\p{L}+|lawmakers?|legislators?|officials?|politicians?|junta)\b/iu,
  },
  {
    id: '@head-of-state',
    thing: /presidential palace|präsidentenpalast|palais présidentiel|palacio presidencial|президентск\p{L}+ двор|总统府|القصر الرئاسي/iu,
    itself:
      /\bpresidents?\b|\bpräsident(?:en|in)?\b|\bprésidente?\b(?!\p{L})|\bpresident[ea]\b|президент(?:а|ом|у)?(?!\p{L})|总统(?!府)|الرئيس/iu,
  },
  {
    id: 'UN',
    thing: /\bnational\p{L}*\s+sicherheitsrat|sicherheitsrat (?:russlands|der ukraine)/iu,
    itself: /\bUNO?\b|\bUN-|vereinten? nationen|generalsekretär/iu,
  },
  {
    id: 'NL',
    thing: /\bhague\b|\bla haye\b|\bla haya\b|\bden haag\b|гааг|海牙|لاهاي/iu,
    itself: /\bdutch\b|netherlands|pays-bas|néerland|niederl|países bajos|neerland|нидерланд|голланд|荷兰|هولند/iu,
    beside: (id) => id === 'ICC' || id === 'ICJ',
  },
  {
    id: 'CH',
    thing: /\bgeneva\b|\bgenf(?:er)?\b|\bgenève\b|\bginebra\b|женев|日内瓦|جنيف/iu,
    itself: /\bswiss\b|switzerland|schweiz|\bsuisse|\bsuiz|\bbern\b|\bberne\b|\bberna\b|швейцар|瑞士|伯尔尼|سويسر/iu,
    beside: (id) => id !== 'CH',
  },
  {
    id: 'AT',
    thing:
      /(?:talks|negotiations|meeting|summit|gespräch\p{L}*|verhandlung\p{L}*|treffen|pourparlers|négociations|conversaciones|negociaciones|переговор\p{L}*) (?:in vienna|in wien|à vienne|en viena|в вене)|vienna talks|wiener (?:gespräche|verhandlungen)|维也纳(?:会谈|谈判)|(?:محادثات|مفاوضات) فيينا/iu,
    itself: /austria|österreich|autrich|австри|奥地利|النمسا/iu,
    beside: (id) => id !== 'AT',
  },
  {
    id: 'US',
    thing: /\b(?:latin|south|central|north)[\s-]americ\p{L}*/iu,
    itself:
      /\bU\.?S\.?(?:A\.?)?(?![\p{L}])|\bunited states\b|\bwashington\b|\btrump\b|\bwhite house\b|\bcongress\b|(?<!\b(?:latin|south|central|north)[\s-])\bamericans?\b/iu,
  },
  {
    id: 'GB',
    thing:
      /(?<!\p{L})(?:(?:rep|sen|gov|mayor|judge|sheriff|officer|coach|congress(?:man|woman)|governor|senator)\.?\s(?:\p{Lu}[\p{L}.'’-]+\s)?|(?:chris|james|michael|jerry|sherrod|shontel|dan|kate|kirk|candace|selma|bobby|linda|jim|john|scott|mike)\s)(?:brown|cameron|blair)(?!\p{L})/iu,
    itself:
      /(?<!\p{L})(?:britain|british|britons?|brits?|U\.?K\.?|england|english|scot\p{L}+|wales|welsh|london|downing|labour|(?:gordon|david|tony) (?:brown|cameron|blair))(?!\p{L})/iu,
  },
  ...Object.entries({
    CN: [
      /south china sea|südchinesisch\p{L}+ meer|mer de chine|mar (?:de la|del sur de) china|южно-китайск\p{L}+ мор/iu,
      /chines[ei]|(?<!mar de |mar de la |mar del sur de )china(?! sea)|(?<!mer de )chine\b|chinois|chinos?\b|пекин|китай(?!ск\p{L}+ мор)|beijing|peking|pékin|pekín|\bxi\b/iu,
    ],
    JP: [
      /sea of japan|japanisch\p{L}+ meer|mer du japon|mar del? japón|японск\p{L}+ мор/iu,
      /(?<!sea of )japan(?!isch)|japanisch\p{L}* (?!meer)|(?<!mer du )japon(?!ais)|japonais|(?<!mar de |mar del )japón|japon[eé]s|tokyo|tokio|токио|япони/iu,
    ],
    IR: [
      /persian gulf|persisch\p{L}+ golf|golfe persique|golfo pérsico|персидск\p{L}+ залив/iu,
      /\biran|teheran|téhéran|teherán|иран|тегеран/iu,
    ],
    MX: [
      /gulf of mexico|golf von mexiko|golfe du mexique|golfo de méxico|мексиканск\p{L}+ залив/iu,
      /mexican|mexikanisch|mexicain|(?<!gulf of |golf von |golfo de )m[eé]xi[ck]o|(?<!golfe du )mexique|мексика(?!нск)/iu,
    ],
  } satisfies Record<string, [RegExp, RegExp]>).map(([id, [thing, itself]]) => ({
    id,
    thing,
    itself,
    beside: (other: string) => /^[A-Z]{2}$/.test(other) && other !== id,
  })),
  {
    id: 'US-AGENCIES',
    thing: /\b(?:coast guard|supreme court|national security council|interior department|energy department|education department)\b/i,
    itself: /\bU\.?S\.?(?![\p{L}.])|\bamerican?s?\b|\bwashington\b|\btrump\b|\bwhite house\b|\bcongress\b/iu,
    beside: (id) => /^[A-Z]{2}$/.test(id) && id !== 'US',
  },
];

/** The actors of a headline without those whose names it uses for something else. */
export function withoutBorrowed(title: string, actors: readonly string[]): string[] {
  return actors.filter(
    (id) =>
      !borrowed.some(
        (one) => one.id === id && one.thing.test(title) && !one.itself.test(title) && (one.beside === undefined || actors.some(one.beside)),
      ),
  );
}
