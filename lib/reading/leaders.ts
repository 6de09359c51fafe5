// Who speaks for a state by his own name. Whom a leader attacks by name, or who attacks a leader, does it with words.

const latin =
  /(?:^|[ -])(?:trump|biden|obama|clinton|bush|vance|rubio|hegseth|blinken|harris|macron|le pen|m[eé]lenchon|barnier|bayrou|lecornu|merkel|scholz|merz|baerbock|habeck|lindner|weidel|pistorius|s[oö]der|starmer|sunak|boris johnson|truss|farage|lammy|corbyn|meloni|salvini|tajani|s[aá]nchez|orb[aá]n|magyar|fico|tusk|duda|nawrocki|morawiecki|kaczy[nń]ski|sikorski|babi[sš]|zelensk(?:y|yy|iy)|selenskyj?|poroshenko|poroschenko|putin|poutine|medvedev|medwedew|lavrov|lawrow|peskov|peskow|zakharova|sacharowa|lukashenko|lukaschenko|loukachenko|xi|jinping|wang yi|modi|jaishankar|shehbaz|imran khan|netanyahu|netanjahu|gantz|lapid|ben[- ]gvir|smotrich|erdo[gğ]an|fidan|assad|al-sharaa|khamenei|chamenei|pezeshkian|peseschkian|raisi|rouhani|ruhani|zarif|araghchi|abbas|sisi|maduro|machado|lula|bolsonaro|milei|petro|sheinbaum|obrador|boric|noboa|bukele|ortega|d[ií]az-canel|trudeau|carney|poilievre|albanese|shinzo abe|kishida|ishiba|takaichi|jong[- ]un|yoon|jae[- ]myung|marcos|duterte|prabowo|rutte|stoltenberg|leyen|kallas|borrell|guterres|grossi|vu[cč]i[cć]|dodik|kurti|pashinyan|paschinjan|aliyev|alijew|sandu|kagame|tshisekedi|ramaphosa|abiy|ruto|tinubu|hichilema)s?$/;
const cyrillic =
  /(?:^|[ -])(?:трамп|байден|обам|вэнс|рубио|хегсет|макрон|мерц|шольц|меркель|стармер|сунак|мелони|санчес|орбан|фицо|туск|дуд|навроцк|зеленск|порошенк|путин|медведев|лавров|песков|захаров|лукашенк|цзиньпин|моди|нетаньяху|эрдоган|асад|хаменеи|пезешкиан|аббас|мадуро|лул|болсонару|миле[йяюе]|петро|шейнбаум|трюдо|карни|исиб|такаити|чен ын|рютте|столтенберг|ляйен|каллас|боррел|гутерриш|вучич|додик|курти|пашинян|алиев|санду)[а-яё]{0,3}$/;

/** Whether a name, in lower case, is a leader's own. */
export function isLeader(text: string): boolean {
  return latin.test(text) || cyrillic.test(text);
}
