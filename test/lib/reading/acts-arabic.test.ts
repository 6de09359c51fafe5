// Arabic headlines: nouns of action with whose they are, verbs before and after their subjects, clitics.
import { expect, test } from 'vitest';
import { readActs as read } from '../../support/vocabulary.js';

const told = (title: string) =>
  read(title, 'ar').map(
    ({ source, action, target, mode }) => `${source ?? '-'} ${action} ${target ?? '-'}${mode === 'done' ? '' : ` ${mode}`}`,
  );

test.each([
  ['a noun of action is done to the name behind it', 'قصف غزة يتواصل لليوم الثالث', ['- attack PS']],
  ['by the name behind it where another follows', 'استهداف الحوثيين لناقلة إسرائيلية', ['HOUTHIS attack IL']],
  ['by the name behind it where the victim follows at once', 'اقتحام إسرائيل مدينة نابلس', ['IL attack PS']],
  ['by the adjective behind it', 'قصف مدفعي إسرائيلي على بلدات جنوب لبنان', ['IL attack LB']],
  ['upon whose the thing is that is met', 'استهداف سفينة شحن تركية في البحر الأسود', ['- attack TR']],
  ['and never by the victim of a killing', 'مقتل جنديين إسرائيليين في كمين شمال غزة', ['- attack IL']],
  ['what is done to it by fire comes from whose the fire is', 'مقتل ضابط سوري بنيران إسرائيلية في القنيطرة', ['IL attack SY']],
  ['a war that only names a state is nobody’s', 'حرب أوكرانيا تدخل عامها الرابع', []],
  ['a killing in a town is a crime unless somebody is named', 'مقتل امرأة طعنا في باريس', []],
  ['gunmen of a country are not the country', 'مسلحون عراقيون يقصفون قاعدة أميركية', ['- attack US']],
  ['a noun before the act is not the act', 'باكو تتهم باريس بتمويل الاحتجاجات في كاليدونيا', ['AZ accuse FR', 'FR aid - claimed']],
  ['a death in an accident is no attack', 'مقتل أربعة جنود أتراك في حادث تحطم مروحية', []],
])('%s', (_, title, acts) => {
  expect(told(title)).toEqual(acts);
});

test.each([
  ['who says it stands behind the verb', 'أعلن الجيش الروسي السيطرة على بلدة في خاركيف', ['RU seize_or_occupy UA claimed']],
  ['both parties stand behind the verb', 'اتهمت كابل إسلام آباد بقصف بلدة حدودية', ['AF accuse PK', 'PK attack AF claimed']],
  ['the verb is passive by its vowel', 'قُصفت مدينة سومي ليلا', ['- attack UA']],
  ['a noun begins what happened to its subject', 'تعرض السفارة الأميركية في بغداد لهجوم صاروخي', ['- attack US']],
  ['a noun of action is what is denied', 'باكستان تنفي قصف قندهار', ['PK deny -', 'PK attack AF denied']],
  ['a noun of action is what is refused', 'المجر ترفض تسليم أوكرانيا مقاتلات', ['HU reject -']],
  ['a noun of action is what is planned', 'هولندا تعتزم تزويد كييف بمقاتلات', ['NL supply_arms UA planned']],
  ['the time says that it is to come', 'مودي يزور طوكيو الأسبوع المقبل', ['IN visit_or_meet JP planned']],
  ['an "and" begins another clause', 'فرنسا تطرد دبلوماسيين جزائريين والجزائر تتوعد بالرد', ['FR expel DZ', 'DZ threaten FR']],
  ['sanctions are lifted from somebody and raised upon somebody', 'كندا ترفع الرسوم على الصين', ['CA sanction CN']],
  ['a president attacks a state by words', 'الرئيس الكولومبي يهاجم واشنطن', ['CO condemn US']],
  ['a band of teams strikes nobody', 'المغرب يضرب السنغال بثلاثية في نصف النهائي', []],
  ['arms held back are not given', 'ألمانيا توقف تزويد إسرائيل بالسلاح', ['DE restrict IL']],
  ['the wounded are carried and not struck', 'تركيا تنقل جرحى من غزة', []],
  ['aid that is dropped is no blow', 'الأردن يسقط مساعدات جوا على غزة', ['JO aid PS']],
  ['who will not do what nobody knows refuses', 'سنغافورة لن تنحاز إلى بكين', ['SG reject -']],
  ['who warns of something threatens nobody', 'الأردن يحذر من تهجير الفلسطينيين', []],
  ['arms that are seized on their way are not given', 'سوريا تعلن ضبط شحنة أسلحة متجهة إلى حزب الله', []],
  ['who moves into a place attacks it', 'الجيش الإسرائيلي يتوغل في جنوب لبنان', ['IL attack LB']],
  ['the Congress gives for itself', 'الكونغرس الأمريكي يقر مساعدات لإسرائيل', ['US-CONGRESS aid IL']],
  ['gunmen that are counted are not the state nearby', 'الجيش الباكستاني يقتل 30 مسلحا قرب الحدود الأفغانية', ['PK attack -']],
  ['who mediates an exchange exchanges nobody', 'الإمارات تتوسط لتبادل أسرى بين روسيا وأوكرانيا', ['AE mediate RU', 'AE mediate UA']],
  ['who backs the doer is not met', 'تركيا المدعومة من العراق تهاجم سوريا', ['TR attack SY']],
  ['what one warns of is not done', 'تحذير تركي لسوريا من مهاجمة العراق', ['TR threaten SY']],
])('%s', (_, title, acts) => {
  expect(told(title)).toEqual(acts);
});

test.each([
  ['المعارضة الأوغندية تنسحب من الانتخابات', ['@opposition withdraw_or_yield -']],
  ['زعيم المعارضة الفنزويلية يفر إلى إسبانيا', ['@opposition withdraw_or_yield -']],
  ['كينيا تعتقل زعيم المعارضة الأوغندية', ['KE arrest_or_try @opposition']],
  ['المعارضة التركية تندد بزيارة رئيس أوغندا', ['@opposition condemn -']],
  ['زعيم المعارضة التركية يزور دمشق', ['@opposition visit_or_meet SY']],
  ['المعارضة السورية المسلحة تهاجم تركيا', []],
  ['محكمة لاهاي تصدر مذكرة توقيف بحق وزير كيني', ['ICC arrest_or_try KE']],
  ['محكمة لاهاي تأمر كينيا بوقف القصف', ['ICJ legislate_or_rule KE']],
  ['دمشق تطلب جلسة أممية', ['SY demand UN']],
])('an opposition, a court or a body is named by whose it is: %s', (title, acts) => {
  expect(told(title)).toEqual(acts);
});
