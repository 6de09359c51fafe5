// Chinese headlines: states in one letter, what stands before 的, who is stationed where, and verbs that ask for another.
import { expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string) =>
  read(title, 'zh').map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

test.each([
  ['one letter names a state before its office', '英防长会见乌防长', ['GB visit_or_meet UA']],
  ['and behind a verb that asks for one', '梅洛尼访印', ['IT visit_or_meet IN']],
  ['but is none inside another word', '印军控制阿乌拉村', ['IN seize_or_occupy -']],
  ['who is stationed in a place is not of the place', '美国驻巴格达使馆遭火箭弹袭击', ['- attack US']],
  ['an envoy is recalled from where he is stationed', '巴西召回驻以大使', ['BR withdraw_or_yield IL']],
  ['what is told before 的 is not the act of the clause', '波兰击落侵犯领空的俄罗斯无人机', ['PL attack RU']],
  ['what a bill is about is not done', '伊朗议会通过退出核不扩散条约法案', ['IR legislate_or_rule -']],
  ['a blow told as a noun is whose the name before it is', '欧盟谴责俄军对利沃夫的轰炸', ['EU condemn RU', 'RU attack UA']],
  ['what is imposed meets the subject of a passive', '印度被美国加征关税', ['US sanction IN']],
  ['who says that another should, demands it', '平壤：首尔应停止军演', ['KP demand KR']],
  ['a state told of by foreign media is not their word', '外媒：日本拟向菲律宾出口护卫舰', ['JP supply_arms PH planned']],
  ['rebels of a country are not the country', '缅甸叛军袭击首都内比都', ['- attack MM']],
  ['what is forbidden is not done', '西班牙禁止向以色列出售武器', ['ES restrict IL']],
  ['who is condemned does what follows', '教宗谴责俄罗斯扩大对乌攻势', ['VA condemn RU', 'RU attack UA']],
  ['goods stand before the verb that gives them', '荷兰将首批战机交付乌克兰', ['NL supply_arms UA']],
  ['teams strike nobody', '德国队三比零横扫法国 挺进欧洲杯决赛', []],
  ['a citizen shot abroad is not his state', '一名韩国公民在柬埔寨遭枪击身亡', []],
  ['who is against sanctioning sanctions nobody', '波兰反对制裁俄罗斯', ['PL reject -']],
  ['who is against another turns upon him', '波兰反对美国制裁俄罗斯', ['PL reject US']],
  ['what is only discussed is planned', '波兰讨论制裁俄罗斯', ['PL sanction RU planned']],
  ['what is put off is not done', '波兰暂缓制裁俄罗斯', []],
  ['who resigns amid protests protests not', '尼泊尔总理在抗议中辞职', ['NP withdraw_or_yield -']],
  ['talks that are proposed are planned', '韩国提议与朝鲜对话', ['KR negotiate KP planned', 'KP negotiate KR planned']],
  ['hackers hack', '俄罗斯黑客攻击乌克兰铁路', ['RU cyber UA']],
  ['the Congress votes for itself', '美国参议院否决以色列武器禁售案', ['US-CONGRESS reject IL']],
  ['what is feared is not done by who fears it', '土耳其担心叙利亚袭击伊拉克', []],
  ['a verb nobody knows leaves open who acts', '土耳其目睹叙利亚袭击伊拉克', []],
  [
    'who is welcomed signs with the other',
    '伊拉克欢迎土耳其与叙利亚达成协议',
    ['IQ support_or_recognise TR', 'TR agree_or_sign SY', 'SY agree_or_sign TR'],
  ],
  ['to own up to a deed is no recognition', '土耳其承认轰炸伊拉克', ['TR attack IQ claimed']],
  ['what one is concerned about is not his deed', '土耳其对以色列空袭叙利亚表示关切', []],
  ['nor are sanctions he is displeased with', '中国对美国制裁表示强烈不满', []],
  ['close to an accord is not signed', '土耳其与叙利亚接近达成协议', ['TR agree_or_sign SY planned', 'SY agree_or_sign TR planned']],
  ['spies that are charged are tried', '波兰起诉两名白俄罗斯间谍', ['PL arrest_or_try -']],
  ['what a protest is about is not done by who protests', '日方就中国军机抵近提出抗议', ['JP protest -']],
  ['whose make a weapon is does not strike with it', '肯尼亚使用土耳其制导弹袭击索马里', ['KE attack SO']],
  ['a firm tells what hackers did', '微软：中国黑客组织侵入美国机构', ['MICROSOFT accuse CN', 'CN cyber US claimed']],
  ['who asks in front demands it', '应印度请求 斯里兰卡拒绝中国科考船停靠', ['IN demand LK', 'LK restrict CN']],
  ['who presses in front coerces', '在莫斯科施压下 巴库撤回提案', ['RU coerce AZ', 'AZ withdraw_or_yield -']],
  ['an opposition flees, and not its state', '委内瑞拉反对派领袖逃往西班牙', ['@opposition withdraw_or_yield -']],
  ['where others drill does not drill', '盟军在立陶宛演习', []],
  ['what there is no sign of has not been done', '维尔纽斯：无证据显示白俄罗斯发动袭击', []],
  ['what somebody presses by is not done by who gives way', '伊朗在以色列空袭压力下让步', []],
])('%s', (_, title, acts) => {
  expect(told(title)).toEqual(acts);
});
