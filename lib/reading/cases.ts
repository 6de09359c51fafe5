// The case of a Russian name by its ending. What the ending leaves open is `any`.
export type Case = 'nom' | 'gen' | 'dat' | 'acc' | 'ins' | 'loc' | 'any';

const unchanging =
  /^(?:[a-z0-9]+|сша|нато|ес|оон|магатэ|кндр|фрг|юар|оаэ|одкб|обсе|воз|мвф|цру|фбр|хамас|игил|м23|баку|токио|хельсинки|тбилиси|дели|нью-дели|осло|перу|мали|чили|конго|марокко|макао|кирибати|мид|бали|колорадо|моди|си|чад|лаос|бруней|турку|мексико|рф|всу|цру|кнр|снг|брикс|шос|g7|пхеньян|эр-рияд|трамп|тегеран)$/;
const feminine =
  /(?:польш|литв|палестин|аргентин|венесуэл|гватемал|никарагу|коста-рик|бирм|ботсван|рад|госдум|украин|москв|анкар|варшав|праг|куб|вен|гааг|астан|америк|канад|одесс|европ|ган|ангол|уганд|руанд|панам|ланк|манил|джакарт|богот|оттав|софи|аммана|дох|рабат.|лим|гаван|хавьер.|мальт|флорид|кенийск)$/;
const plural =
  /(?:талибы|хуситы|штаты|власти|филиппины|нидерланды|мальдивы|афины|эмираты|афганцы|палестинцы|россияне|украинцы|израильтяне|хакеры|курды)$/;

export function caseOf(text: string): Case {
  if (unchanging.test(text) || plural.test(text))
    return text === 'пхеньян' || text === 'тегеран' || text === 'трамп' || plural.test(text) ? 'nom' : 'any';
  if (/(?:ск|цк)(?:ий|ая|ое|ие)$/.test(text)) return 'nom';
  if (/(?:ск|цк)(?:ого|их|ой)$/.test(text)) return 'gen';
  if (/(?:ск|цк)ому$/.test(text)) return 'dat';
  if (/(?:ск|цк)(?:им|ими)$/.test(text)) return 'ins';
  if (/(?:ск|цк)ую$/.test(text)) return 'acc';
  const stem = text.slice(0, -1);
  if (/(?:ом|ем|ём|ой|ей|ью|ами|ями|ым|ином)$/.test(text)) return 'ins';
  if (text.endsWith('ию')) return 'acc';
  if (text.endsWith('у')) return feminine.test(stem) ? 'acc' : 'dat';
  if (text.endsWith('ю')) return 'dat';
  if (text.endsWith('ы') || text.endsWith('и')) return 'gen';
  if (text.endsWith('е')) return 'loc';
  if (text.endsWith('а')) return feminine.test(stem) ? 'nom' : 'gen';
  if (text.endsWith('я')) return /[иь]я$/.test(text) ? 'nom' : 'gen';
  return 'nom';
}
