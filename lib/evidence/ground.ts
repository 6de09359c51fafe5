// What the cited titles hold together: words in any form, other words for the same, who is named under any name, how names sound.
import { homes } from '../reading/homes.js';
import type { Mention } from './actors.js';
import { isCalledAlike, isOwnerOfNamed } from './belongs.js';
import type { Hit } from './concepts.js';
import { isRendered } from './equivalents.js';
import type { Allowed, Glue } from './glue.js';
import { impliedBy, isHalfOfKorea } from './implied-states.js';
import { isCountryName } from './lands.js';
import { placeIdsOf, placesOf } from './place-ids.js';
import { endings, intents, officeRows, offices, placeNouns, powers, ranks, turning, units } from './plain-words.js';
import { beginAlike, cognate, isPeople, sameName, soundOf } from './sounds.js';
import { isNumberWord, ordinalOf } from './spelled.js';
import { endsName, isKnownWord, isSurname, particles } from './surnames.js';
import type { Told } from './told.js';
import { isHeadOrForce, isOffice, weakerWords } from './weaker.js';
import { type FoldedWord, isDerived } from './words.js';
import { isOpen } from './yet.js';

/** What "several" may stand for. */
const [leastSeveral, mostSeveral] = [3, 50];

/** Sounds of a name that another script may have by a word which is known for something else: إزمير is Izmir and begins as a crisis does. */
const leastHeard = 3;

/** What the cited titles hold together. */
export class Ground {
  private readonly stems: ReadonlySet<string>;
  /** What those named may be called besides. */
  private readonly epithets: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
  private readonly implied: ReadonlySet<string>;
  private readonly ids: ReadonlySet<string>;
  private readonly english: boolean;
  /** Something of the titles is planned, wanted or threatened. */
  private readonly open: boolean;
  private readonly numbers: ReadonlySet<string>;
  private readonly placeIds: ReadonlySet<string>;
  /** "pro" and "anti", where they stand before a name. */
  private readonly sides: ReadonlySet<string>;
  private readonly weaker: (word: string) => boolean;
  /** They tell of a court or a parliament and of no government. */
  private readonly otherPower: boolean;
  /** The titles count something: "several" says less. */
  readonly counts: boolean;
  /** Whoever is told of a state may be told of its government. */
  private readonly stateIsNamed: boolean;
  private readonly tellsOffice: boolean;
  /** Actors that a title names by a person or an office: whoever speaks of them may say which. */
  private readonly persons: ReadonlySet<string>;

  constructor(readonly titles: readonly Told[]) {
    this.stems = new Set(titles.flatMap(({ lang, stems, rendered }) => [...(lang === 'en' ? stems : rendered.stems)]));
    this.rows = new Set(titles.flatMap(({ rows }) => [...rows]));
    this.implied = new Set(titles.flatMap(({ implied }) => [...implied]));
    // What is only part of another name names nobody: "Serb-run post offices", "the Sea of Japan".
    const named = titles.flatMap(({ actors }) => actors.filter(({ within }) => !within));
    this.ids = new Set([...named.flatMap(({ ids }) => ids.flatMap((id) => [id, ...(homes[id] ?? [])])), ...titles.flatMap(impliedBy)]);
    this.stateIsNamed = named.some(({ ids, place }) => !place && ids.some((id) => /^[A-Z]{2}$/.test(id)));
    this.tellsOffice = [...officeRows].some((row) => this.rows.has(row));
    this.persons = new Set([
      ...named.flatMap(({ ids, plain, place, text }) => ((plain && !isSurname(text)) || place ? [] : ids)),
      ...(titles.some(({ words }) => words.some(({ text }) => text === 'Kim')) ? ['KP'] : []),
    ]);
    this.english = titles.every(({ lang }) => lang === 'en');
    this.open = titles.some(isOpen);
    this.numbers = new Set(titles.flatMap(({ numbers }) => [...numbers]));
    this.otherPower = !this.rows.has('government') && [...powers].some((row) => this.rows.has(row));
    this.counts = [...this.numbers].some((key) => Number(key) >= leastSeveral && Number(key) <= mostSeveral);
    this.epithets = new Set(titles.flatMap(({ epithets }) => [...epithets]));
    this.sides = new Set(
      titles.flatMap(({ text }) => [...text.matchAll(/(?<!\p{L})(pro|anti)-/giu)].map(([, side = '']) => side.toLowerCase())),
    );
    this.weaker = weakerWords(titles, this.rows);
    this.placeIds = new Set(titles.flatMap((title) => placesOf(title)));
  }

  holdsActor(own: Told, mention: Mention, glue: Glue, allowed: Allowed): boolean {
    const words = own.words.slice(mention.from, mention.to);
    const isWithin = this.inWithin(mention.ids);
    const isSame = words.every((word) => this.isNamed(word));
    const isWithinOwn = mention.within || /^(?:pro|anti)-/i.test(mention.text);
    if (isWithinOwn ? isWithin || isSame : !isWithin && isSame) return true;
    // States have their names in all languages; a common word may sound like one.
    if ((!mention.plain || words.length > 2) && this.titles.some(({ reads }) => reads(mention.text.replace(/\P{L}/gu, '')))) return true;
    const isHeard = ({ text, stem }: FoldedWord, at: number): boolean => this.soundsLike(text) || (at > 0 && placeNouns.has(stem));
    const isOfLand = ({ text }: FoldedWord): boolean => isCountryName(text, 'en') && mention.ids.some((id) => this.ids.has(id));
    if ((!mention.plain || mention.place) && words.every(isHeard)) return true;
    if (
      mention.place &&
      words.every((word, at) => (at > 0 && placeNouns.has(word.stem)) || isOfLand(word) || this.holdsPlace(own, mention.from + at))
    )
      return true;
    if (
      (mention.plain || mention.place) &&
      isOwnerOfNamed(own, mention, glue.belongings(), (word) => this.stands(word) || isCalledAlike(word, glue.belongings(), this.titles))
    )
      return true;
    if (mention.ids.some((id) => this.persons.has(id)) && isOffice(words)) return true;
    const next = own.words[mention.to];
    if (next?.stem === 'dollar' && this.rows.has('dollar')) return true;
    if (!mention.ids.some((id) => this.ids.has(id)) && words.length > 1)
      return words.every(({ text, stem }, at) => (/^\p{Ll}/u.test(text) && ranks.has(stem)) || this.holds(own, mention.from + at));
    if (!mention.ids.some((id) => this.ids.has(id)))
      return words.length === 1 && !/^\p{Lu}{2,}$/u.test(mention.text) && glue.claimsNothing(words[0]?.plain ?? '', allowed);
    if (mention.plain && isHeadOrForce(mention, words.slice(1), this.titles)) return true;
    if (mention.plain)
      return words.every(
        ({ text, plain }, at) =>
          (isWithinOwn && this.sides.has(plain)) ||
          !/^\p{Ll}/u.test(text) ||
          glue.claimsNothing(plain, allowed) ||
          this.holds(own, mention.from + at),
      );
    const alike = (title: Told): boolean =>
      (title.lang === 'zh' || title.lang === 'ar') &&
      title.actors.some(({ ids, plain, place }) => !plain && place === mention.place && ids.some((id) => mention.ids.includes(id)));
    if (!mention.place && this.titles.some(alike)) return true;
    // Whom a title calls by his last name a sentence may call by his first too.
    const isKnown = words.some(
      ({ text, plain }, at) =>
        (text.length > 3 && this.soundsLike(text)) || (at > 0 && at === words.length - 1 && endsName(this.titles, plain)),
    );
    return words.every(
      (word, at) =>
        (isKnown && (word.capital || particles.has(word.plain))) ||
        (at > 0 && placeNouns.has(word.stem)) ||
        isOfLand(word) ||
        /^\p{Lu}{2,}$/u.test(word.text) ||
        glue.claimsNothing(word.plain, allowed) ||
        this.holds(own, mention.from + at),
    );
  }

  /** The word itself stands in a title: an English one in any form, a name as it is. */
  private isNamed({ stem, text, capital }: FoldedWord): boolean {
    if (!/^\p{Lu}{2,}$/u.test(text) ? this.stems.has(stem) : this.titles.some(({ rendered }) => rendered.stems.has(stem))) return true;
    return capital && this.titles.some(({ words }) => words.some((other) => other.text === text));
  }

  /** The titles name an actor only as part of another name. */
  private inWithin(ids: readonly string[]): boolean {
    const found = this.titles.flatMap(({ actors }) => actors.filter((mention) => mention.ids.some((id) => ids.includes(id))));
    return found.length > 0 && found.every(({ within }) => within);
  }

  /** A row that means the place by that name: Homs is no home. */
  private holdsPlace(own: Told, index: number): boolean {
    const text = own.words[index]?.text ?? '';
    return own.hits.some((hit) => covers(hit, index) && this.rows.has(hit.row) && (hit.row.includes(' ') || sameName(text, hit.row)));
  }

  /** Whether a word stands; `strictly`: not only because a word of the titles implies it. */
  holds(own: Told, index: number, strictly = false): boolean {
    const word = own.words[index];
    if (!word || word.text.length === 1 || /^\d/.test(word.text) || isNumberWord(word.plain) || units.has(word.plain)) return true;
    if (this.open && intents.has(word.plain)) return true;
    if (isHalfOfKorea(word, this.ids)) return true;
    if (this.weaker(word.plain)) return true;
    const isOrdinal = this.numbers.has(String(ordinalOf(word.plain) ?? ''));
    if (isOrdinal || this.titles.some(({ rendered }) => isRendered(rendered, own.words, index))) return true;
    const { stem } = word;
    const hits = own.hits.filter((hit) => covers(hit, index) && !hit.narrower);
    const phrases = hits.filter(({ from, to }) => to - from > 1 && turning.has(own.words[to - 1]?.plain ?? ''));
    // "called off" says nothing of what "called" says.
    if (phrases.length > 0) return phrases.some(({ row }) => this.rows.has(row) || this.implied.has(row));
    const rows = hits.map(({ row }) => row);
    if (this.stems.has(stem) || isDerived(stem, this.stems) || this.epithets.has(word.plain) || this.renders(stem)) return true;
    const isOutcome = rows.some((row) => endings.has(row));
    if (rows.some((row) => this.rows.has(row) || (!strictly && !isOutcome && this.implied.has(row)))) return true;
    if (rows.includes('government') && this.stateIsNamed && !this.otherPower) return true;
    if (this.soundsLike(word.text) || this.looksLike(word)) return true;
    const places = placeIdsOf([word, ...own.words.slice(index + 1, index + 3)], true);
    if (places.some((id) => this.placeIds.has(id))) return true;
    const isOfOffice = !this.tellsOffice && offices.has(word.plain) && ranks.has(own.words[index + 1]?.stem ?? '');
    if (
      (isOfOffice || ranks.has(stem)) &&
      own.actors.some(
        ({ from, to, ids, plain }) =>
          from <= index + 2 && to >= index - 2 && ids.some((id) => this.persons.has(id) || (!plain && this.ids.has(id))),
      )
    )
      return true;
    return false;
  }

  private renders(stem: string): boolean {
    return this.titles.some(({ rendered }) => rendered.stems.has(stem));
  }

  /** A name, under any that it has. */
  stands(word: FoldedWord): boolean {
    return this.soundsLike(word.text) || this.stems.has(word.stem) || placeIdsOf([word], true).some((id) => this.placeIds.has(id));
  }

  private soundsLike(text: string): boolean {
    if (!/^\p{Lu}/u.test(text)) return false;
    return this.titles.some(
      ({ lang, words, hits, actors, reads }) =>
        reads(text) ||
        words.some(
          (word, at) =>
            !word.han &&
            (!isKnownWord(word, hits, at) || soundOf(text).length >= leastHeard || actors.some(({ from, to }) => from <= at && at < to)) &&
            (word.capital || !/^\p{Script=Latin}/u.test(word.text) || isPeople(lang, word.text)) &&
            ((sameName(text, word.text) && (lang !== 'en' || beginAlike(text, word.text))) ||
              (lang === 'ar' && sameName(text, `${word.text}${words[at + 1]?.text ?? ''}`))),
        ),
    );
  }

  private looksLike({ plain }: FoldedWord): boolean {
    if (this.english) return false;
    return this.titles.some(({ lang, words }) => lang !== 'en' && words.some((word) => !word.han && cognate(plain, word.plain)));
  }
}

/** Whether the word at `index` is among those that the hit was found in; `to` is the first behind them. */
export const covers = ({ from, to }: Hit, index: number): boolean => from <= index && index < to;
