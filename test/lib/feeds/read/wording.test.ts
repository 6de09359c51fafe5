import { expect, test } from 'vitest';
import { articleNumber, normalise } from '../../../../lib/feeds/read/identity.js';
import { isRewording } from '../../../../lib/feeds/read/wording.js';

const alike = (one: string, other: string) => isRewording(normalise(one), normalise(other));

test.each([
  ['Envoys sign the fishing accord at dawn', 'Envoys sign disputed fishing accord'],
  ['Dam bursts near Osijek', 'Dam bursts near Osijek, thousands told to leave their homes tonight'],
  ['Flood kills 12 in Bosnia', 'Flood kills 48 in Bosnia'],
  ['Senator met rebels', 'Senator meets rebels'],
  ['Außenminister reisen nach Kiew', 'Außenminister in Kiew eingetroffen: Reise der Minister'],
  ['Le Sénat approuve le budget militaire', 'Le Sénat approuve de justesse le budget militaire'],
  ['El ejército toma la ciudad portuaria', 'El ejército toma por la noche la ciudad portuaria'],
  ['Послы подписали соглашение о рыболовстве', 'Послы подписали спорное соглашение по рыболовству'],
  ['السفراء يوقعون اتفاق الصيد', 'سفراء يوقعون اتفاق الصيد المثير للجدل'],
  ['各国大使签署渔业协定', '各国大使终于签署争议渔业协定'],
  ['大使らが漁業協定に署名', '大使ら、物議の漁業協定に署名'],
  ['대사들이 어업 협정에 서명', '대사들, 논란의 어업 협정 서명'],
])('%s | %s: a rewording', (one, other) => {
  expect(alike(one, other)).toBe(true);
  expect(alike(other, one)).toBe(true);
});

test.each([
  ['Tariffs on steel makers lifted by cabinet', 'Militia takes the harbour in the southern delta'],
  ['Truce agreed', 'Truce broken'],
  ['The vote on the future of the port in the south', 'The raid on the convoy of the king in the hills'],
  ['Live: militia takes harbour', 'Live: cabinet leaves the pact'],
  ['Cabinet backs fuel deal', 'Le gouvernement soutient l’accord sur les carburants'],
  ['Zölle auf Stahl aufgehoben', 'Miliz nimmt Hafen im Süden ein'],
  ['Кабинет отменил пошлины на сталь', 'Ополченцы захватили порт на юге'],
  ['الحكومة ترفع الرسوم عن الصلب', 'الميليشيا تسيطر على الميناء في الجنوب'],
  ['内阁取消钢铁关税', '民兵占领南部港口'],
  ['中国央行宣布降息', '中国海军举行演习'],
  ['内閣が鉄鋼関税を撤廃', '民兵が南部の港を占拠'],
])('%s | %s: two headlines', (one, other) => {
  expect(alike(one, other)).toBe(false);
  expect(alike(other, one)).toBe(false);
});

test.each([
  ['https://n.example/envoys-sign-accord-88231.html', '88231'],
  ['https://n.example/envoys-sign-accord/a-88231/', '88231'],
  ['https://n.example/story?slug=envoys&id=88231', '88231'],
  ['https://n.example:18500/envoys-sign-accord', null],
  ['https://n.example/2026/envoys-sign-accord', null],
  ['https://n.example/envoys-sign-accord-20261127', null],
  ['https://n.example/envoys-sign-accord-77', null],
  ['https://n.example/index-falls-to-25000', null],
])('%s carries the number %s', (url_canonical, number) => {
  expect(articleNumber({ url_canonical, title_norm: 'index falls to 25,000' })).toBe(number);
});
