// The states of a region by their ids: none that the gate knows is left out, or its news would be nobody's.

const idsOf = (row: string): readonly string[] => row.trim().split(/\s+/);

export const european = idsOf(`
  GB FR DE IT ES PL NL BE SE FI NO DK EE LV LT CZ SK HU RO BG GR AT CH IE PT RS XK BA MK AL ME MD BY GE AM AZ TR HR SI CY MT IS
`);
export const african = idsOf(`
  SD SS ML NE BF NG TD CM CF CD RW UG KE SO ET ER DJ MZ ZA ZW AO LY TN DZ MA SN GN CI GH BJ TG GA GQ BI TZ ZM MW MG
  GW GM LR SL MR MU NA BW LS SZ EH
`);
export const latin = idsOf('MX BR AR CL CO PE VE EC BO PY UY CU HT DO GT HN SV NI CR PA TT JM BS GY PR');
export const pacific = idsOf('JP AU NZ PH VN TH MM KH LA MY SG ID BN MN CN HK PG FJ SB TL TV KI PW WS TO VU NR MH FM');
/** Leagues of Arab states. */
export const arabLeagues = idsOf('ARAB-LEAGUE GCC');
/** How headlines name Latin America as a whole. */
export const latinWords =
  'latin america|central america|lateinamerika|amérique latine|américa latina|латинской америк|拉美|امريكا اللاتينية'.split('|');
/** How headlines name where the war in Ukraine is fought, on either side of the border. */
export const ukrainianWords = [
  ...['crimea', 'donbas', 'donetsk', 'kursk', 'auf der krim', 'крым', 'донбас', 'crimée', '克里米亚', '顿巴斯', 'القرم', 'دونباس'],
  ...[
    'belgorod',
    'белгород',
    '别尔哥罗德',
    'بيلغورود',
    'bryansk',
    'brjansk',
    'briansk',
    'брянск',
    '布良斯克',
    'курск',
    '库尔斯克',
    'كورسك',
  ],
  ...['tuapse', 'туапсе', 'novorossiysk', 'noworossijsk', 'новороссийск'],
];
