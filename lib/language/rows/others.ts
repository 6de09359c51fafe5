// Languages that are only told apart from those the gate knows: its words for them are the words of all languages.
import { row } from '../language.js';

export const others = [
  row({
    code: 'nl',
    name: 'Dutch',
    frequent: 'de het een van voor met naar bij niet zijn op door tegen wordt ook uit en in is over om aan te na',
  }),
  row({ code: 'sv', name: 'Swedish', frequent: 'och att det som en på är av för med den till om efter har inte från mot vid ska i under' }),
  row({ code: 'da', name: 'Danish', frequent: 'og at det som en på er af for med den til om efter har ikke fra mod ved skal i der' }),
  row({ code: 'no', name: 'Norwegian', frequent: 'og at det som en på er av for med den til om etter har ikke fra mot ved skal i' }),
  row({ code: 'cs', name: 'Czech', frequent: 've v na se že je do za pro při od po podle ale jak byl už s z o' }),
  row({ code: 'ro', name: 'Romanian', frequent: 'și în la cu pe de din care pentru că a un după o sunt mai este' }),
  row({ code: 'hu', name: 'Hungarian', frequent: 'a az és nem hogy egy is már még meg el van lesz szerint' }),
  row({ code: 'mr', name: 'Marathi', script: 'Devanagari', frequent: 'आणि आहे आहेत च्या मध्ये ला ने नाही झाला झाली केली केला हा ही या' }),
  row({ code: 'bg', name: 'Bulgarian', script: 'Cyrillic', foreign: /[ыэіїє]/ }),
];
