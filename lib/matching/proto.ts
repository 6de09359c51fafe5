import { ownTerms } from './terms.js';
import { termsOf as sharedTermsOf } from '../../phases/generate/features.js';

export interface Item {
  id: string; text: string; lang: string; at: number | null; // ms
  actors: string[]; mechanisms: string[]; acts: { source: string | null; action: string; target: string | null; mode: string }[];
  kind: string; story?: string; numbers: string[]; places: string[];
}
export interface Prep { item: Item; ids: Int32Array; w: Float64Array; main: string | null; shared: Int32Array; sw: Float64Array }

interface Fam {
  id: number; n: number; counts: Map<number, number>; members: { u: Map<number, number>; at: number | null; lang: string; sh: Map<number,number> }[]; founder: Map<number, number>;
  first: number; last: number; actors: Map<string, number>; mains: Map<string, number>; acts: Map<string, number>; places: Map<string, number>; nums: Map<string, number>;
  langs: Map<string, number>; items: Item[]; prepped: Prep[]; sum: Map<number, number>; alive: boolean; shc: Map<number, number>;
}
export interface Opts { join: number[]; merge: number[]; jt: number; mt: number; je: number; me: number; claim: number; collect?: (kind: 'j' | 'm', x: number[], y: number, n: number) => void; useTime: boolean; x?: any }

const H = 3_600_000;
const shW: Record<string, number> = { n: 1, '#': 1, l: 1.2, c: 1, a: 1, m: 0.8, x: 0.8, p: 0.8, y: 0.8 };
export class Interner { map = new Map<string, number>(); id(k: string) { let i = this.map.get(k); if (i === undefined) { i = this.map.size; this.map.set(k, i); } return i; } }

export function prepare(items: Item[], it: Interner): Prep[] {
  return items.map((item) => {
    const terms = ownTerms(item.text, item.lang);
    const ids = Int32Array.from(terms.map((t) => it.id(t.key)));
    const w = Float64Array.from(terms.map((t) => t.weight));
    const st = sharedTermsOf({ titleId: item.id, titleHash: '', text: item.text, lang: item.lang, publisher: '', at: new Date(0), actors: item.actors, mechanisms: item.mechanisms, tier: 1 } as any).filter((t) => shW[t[0]!]);
    return { item, ids, w, main: item.actors.find((a) => !a.startsWith('@')) ?? null, shared: Int32Array.from(st.map((t) => it.id('~' + t))), sw: Float64Array.from(st.map((t) => shW[t[0]!]!)) };
  });
}

export class Run {
  df: number[] = []; N = 0; fams: Fam[] = []; post = new Map<number, number[]>(); meanN = 1; titles = 0; langsN = new Map<string, number>();
  touched = new Set<number>(); seed = 7; rnd() { this.seed = (this.seed * 1664525 + 1013904223) >>> 0; return this.seed / 4294967296; }
  constructor(public o: Opts) {}
  idf(t: number) { const d = this.df[t] ?? 0; if (d > 0.1 * this.N && d >= 12) return 0; return Math.max(0, Math.log((this.N + 1) / (d + 0.5))); }
  unit(ids: Int32Array, w: Float64Array): Map<number, number> {
    const u = new Map<number, number>(); let s = 0;
    for (let i = 0; i < ids.length; i++) { const x = w[i]! * Math.sqrt(this.idf(ids[i]!)); if (x > 0) { u.set(ids[i]!, x); s += x * x; } }
    s = Math.sqrt(s) || 1; for (const [k, v] of u) u.set(k, v / s); return u;
  }
  len(n: number) { return 6 * (0.25 + 0.75 * Math.sqrt(n / this.meanN)); }
  cands(u: Map<number, number>, at: number | null): [number, number][] {
    const S = new Map<number, number>();
    const order = [...u.keys()].sort((a, b) => (this.df[a] ?? 0) - (this.df[b] ?? 0));
    order.forEach((t, i) => {
      const ps = this.post.get(t); if (!ps || (ps.length > 100 && i >= 4)) return;
      const q = u.get(t)! ** 2;
      for (const f of ps) { const F = this.fams[f]!; if (!F.alive) continue; const c = F.counts.get(t)!; S.set(f, (S.get(f) ?? 0) + q * c / (c + this.len(F.n))); }
    });
    return [...S].filter(([f, s]) => s > 0.012 && this.near(this.fams[f]!, at)).sort((a, b) => b[1] - a[1]);
  }
  near(F: Fam, at: number | null) { if (at === null || !this.o.useTime) return true; return at - F.last <= 72 * H && F.first - at <= 72 * H && Math.max(at, F.last) - Math.min(at, F.first) <= 96 * H; }
  dot(a: Map<number, number>, b: Map<number, number>) { let s = 0; const [x, y] = a.size < b.size ? [a, b] : [b, a]; for (const [k, v] of x) { const w = y.get(k); if (w) s += v * w; } return s; }
  ctx() { const N = this.N; return { lnN: Math.log(1 + N) / 10, e: Math.exp(-N / 500) }; }
  joinX(p: Prep, u: Map<number, number>, f: number, S: number, other: number): number[] {
    const F = this.fams[f]!; const { lnN, e } = this.ctx();
    const sims = F.members.map((m) => this.dot(u, m.u)).sort((a, b) => b - a);
    const nn1 = sims[0] ?? 0, nn3 = ((sims[0] ?? 0) + (sims[1] ?? sims[0] ?? 0) + (sims[2] ?? sims[1] ?? sims[0] ?? 0)) / 3, avg = sims.reduce((a, b) => a + b, 0) / Math.max(1, sims.length);
    let big = 0, bigIdf = 0, cover = 0; for (const [t, q] of u) { const c = F.counts.get(t) ?? 0; if (c) { const z = q * q * c / F.n; if (z > big) big = z; if (c >= 0.3 * F.n) { cover += q * q; bigIdf = Math.max(bigIdf, this.idf(t) / 10); } } }
    const t = p.item.at !== null && this.o.useTime;
    const rr = avgAll(this.dot(u, F.sum) / F.n, this.inside(F));
    const hl = t ? Math.log1p(Math.max(0, (p.item.at! - F.last) / H)) / 5 : 0;
    const hf = t ? Math.log1p(Math.max(0, (p.item.at! - F.first) / H)) / 5 : 0;
    const mainF = top(F.mains);
    const same = p.main && mainF ? (F.actors.get(p.main) ?? 0) / F.n : 0;
    const clash = p.main && mainF && p.main !== mainF && !F.actors.has(p.main) && !p.item.actors.includes(mainF) ? 1 : 0;
    const nsame = p.item.numbers.some((x) => F.nums.has(x)) ? 1 : 0;
    const nclash = p.item.numbers.length && F.nums.size && !nsame ? 1 : 0;
    const psame = p.item.places.some((x) => F.places.has(x)) ? 1 : 0;
    const pclash = p.item.places.length && F.places.size && !psame ? 1 : 0;
    const asame = p.item.acts.some((a) => F.acts.has(actKey(a))) ? 1 : 0;
    const aclash = p.item.acts.length && F.acts.size && !asame ? 1 : 0;
    const fnd = this.dot(u, F.founder);
    return [1, S, S - other, nn1, nn3, avg, Math.log(F.n) / 5, lnN, e, e * S, same, clash, nsame, nclash, psame, pclash, asame, aclash, hl, hf, fnd, p.item.kind === 'news' ? 0 : 1, S * S, nn1 * nn1, S * nn1, F.n === 1 ? 1 : 0, F.n === 1 ? S : 0, S * Math.log(F.n) / 5, big, bigIdf, cover, rr, rr * rr, rr * Math.log(F.n) / 5, clash * Math.log(F.n) / 5, pclash * Math.log(F.n) / 5];
  }
  vecs = new Map<number, { v: Map<number, number>; s: number; n: number }>();
  vec(F: Fam) { const k = this.vecs.get(F.id); if (k && k.n === F.n) return k; const v = new Map<number, number>(); let s = 0; for (const [t, c] of F.counts) { const x = c ** 0.75 * Math.sqrt(this.idf(t)); if (x > 0) { v.set(t, x); s += x * x; } } const r = { v, s: Math.sqrt(s) || 1, n: F.n }; this.vecs.set(F.id, r); return r; }
  inside(F: Fam) { if (F.n === 1) return 1; let q = 0; for (const v of F.sum.values()) q += v * v; return q / (F.n * F.n); }
  mergeX(a: Fam, b: Fam): number[] {
    const { lnN, e } = this.ctx();
    let A = this.vec(a), B = this.vec(b); let cos = 0, big = 0, num = 0; if (A.v.size > B.v.size) [A, B] = [B, A];
    for (const [t, x] of A.v) { const y = B.v.get(t); if (y) { const z = (x * y) / (A.s * B.s); cos += z; if (z > big) big = z; if (z > 0.03) num++; } }
    const [sm, lg] = a.n <= b.n ? [a, b] : [b, a];
    let mS = 0; const ms = sm.members.slice(-8);
    for (const m of ms) { let s = 0; for (const [t, q] of m.u) { const c = lg.counts.get(t); if (c) s += q * q * c / (c + this.len(lg.n)); } mS += s; }
    mS /= Math.max(1, ms.length);
    let al = 0, k = 0, nn = 0; for (const m of sm.members.slice(-10)) for (const l of lg.members.slice(-10)) { const d = this.dot(m.u, l.u); al += d; k++; if (d > nn) nn = d; } al /= Math.max(1, k);
    const between = this.dot(a.sum, b.sum) / (a.n * b.n); 
    const r = between / Math.sqrt(this.inside(a) * this.inside(b));
    const ma = top(a.mains), mb = top(b.mains);
    const msame = ma && mb && ma === mb ? 1 : 0, mclash = ma && mb && !a.actors.has(mb) && !b.actors.has(ma) ? 1 : 0;
    const inter = (x: Map<string, number>, y: Map<string, number>) => [...x.keys()].some((q) => y.has(q));
    const ps = inter(a.places, b.places) ? 1 : 0, pc = a.places.size && b.places.size && !ps ? 1 : 0;
    const ns = inter(a.nums, b.nums) ? 1 : 0, nc = a.nums.size && b.nums.size && !ns ? 1 : 0;
    const as = inter(a.acts, b.acts) ? 1 : 0, ac = a.acts.size && b.acts.size && !as ? 1 : 0;
    const t = this.o.useTime && Number.isFinite(a.first) && Number.isFinite(b.first);
    const span = t ? Math.log1p((Math.max(a.last, b.last) - Math.min(a.first, b.first)) / H) / 5 : 0;
    const gap = t ? Math.log1p(Math.max(0, a.first - b.last, b.first - a.last) / H) / 5 : 0;
    return [1, cos, big, num / 10, mS, al, nn, Math.log(sm.n) / 5, Math.log(lg.n) / 5, sm.n === 1 ? 1 : 0, msame, mclash, ps, pc, ns, nc, as, ac, lnN, e, e * cos, span, gap, this.dot(a.founder, b.founder), cos * cos, nn * nn, cos * nn, mS * mS, lg.n === 1 ? 1 : 0, lg.n === 1 ? nn : 0, cos * Math.log(sm.n) / 5, r, r * r, r * Math.log(sm.n) / 5, r * Math.log(lg.n) / 5, mclash * Math.log(sm.n) / 5, pc * Math.log(sm.n) / 5];
  }
  addTo(f: number, p: Prep, u: Map<number, number>) {
    const F = this.fams[f]!; F.n++;
    for (const t of p.ids) { const c = F.counts.get(t) ?? 0; F.counts.set(t, c + 1); if (c === 0) { const l = this.post.get(t); if (l) l.push(f); else this.post.set(t, [f]); } }
    for (const [t, q] of u) F.sum.set(t, (F.sum.get(t) ?? 0) + q);
    F.members.push({ u, at: p.item.at, lang: p.item.lang, sh: new Map() }); if (F.members.length > 64) F.members.shift();
    if (p.item.at !== null) { F.first = Math.min(F.first, p.item.at); F.last = Math.max(F.last, p.item.at); }
    inc(F.actors, p.item.actors.filter((a) => !a.startsWith('@'))); if (p.main) inc(F.mains, [p.main]); inc(F.acts, p.item.acts.map(actKey)); inc(F.places, p.item.places); inc(F.nums, p.item.numbers); inc(F.langs, [p.item.lang]);
    F.items.push(p.item); F.prepped.push(p); this.touched.add(f);
  }
  found(u: Map<number, number>): number {
    const f = this.fams.length;
    this.fams.push({ id: f, n: 0, counts: new Map(), members: [], founder: u, first: Infinity, last: -Infinity, actors: new Map(), mains: new Map(), acts: new Map(), places: new Map(), nums: new Map(), langs: new Map(), items: [], prepped: [], sum: new Map(), alive: true, shc: new Map() });
    return f;
  }
  story(F: Fam) { const m = new Map<string, number>(); for (const i of F.items) m.set(i.story!, (m.get(i.story!) ?? 0) + 1); return top(m); }
  claim(ps: Prep[]) {
    for (const p of ps) { this.N++; for (const t of p.ids) this.df[t] = (this.df[t] ?? 0) + 1; }
    const live = this.fams.filter((f) => f.alive); this.meanN = live.length ? live.reduce((s, f) => s + f.n, 0) / live.length : 1;
    for (const p of ps) {
      const u = this.unit(p.ids, p.w);
      const c = this.cands(u, p.item.at).slice(0, 4);
      let best = -1, bz = -Infinity; const { e } = this.ctx();
      c.forEach(([f, S], i) => {
        const other = i === 0 ? (c[1]?.[1] ?? 0) : c[0]![1];
        const x = this.joinX(p, u, f, S, other);
        if (this.o.collect) this.o.collect('j', x, share(this.fams[f]!, p.item.story!), 1);
        const z = lin(this.o.join, x); if (z > bz) { bz = z; best = f; }
      });
      const th = logit(this.o.jt) + this.o.je * e;
      this.addTo(best >= 0 && bz > th ? best : this.found(u), p, u);
    }
    this.mergePass();
  }
  mergeCands(F: Fam): number[] {
    const v = [...F.counts].map(([t, c]): [number, number] => [t, c ** 0.75 * Math.sqrt(this.idf(t))]).filter(([, x]) => x > 0).sort((a, b) => b[1] - a[1]).slice(0, 24);
    const score = new Map<number, number>();
    for (const [t, x] of v) { const ps = this.post.get(t)!; if (ps.length > 400) continue; for (const g of ps) { const G = this.fams[g]!; if (!G.alive || g === F.id) continue; score.set(g, (score.get(g) ?? 0) + x * this.idf(t) ** .5 * Math.min(1, G.counts.get(t)! / G.n)); } }
    return [...score].sort((a, b) => b[1] - a[1]).slice(0, 24).map(([g]) => g);
  }
  mergePass() {
    this.vecs.clear();
    const { e } = this.ctx(); const th = logit(this.o.mt) + this.o.me * e;
    const heap: { a: number; b: number; z: number; va: number; vb: number }[] = [];
    const ver = new Map<number, number>(); const V = (f: number) => ver.get(f) ?? 0; const seen = new Set<string>();
    const push = (f: number) => {
      const F = this.fams[f]!; for (const g of this.mergeCands(F)) {
        const G = this.fams[g]!; if (this.o.useTime && Number.isFinite(F.first) && Math.max(F.last, G.last) - Math.min(F.first, G.first) > 72 * H) continue;
        const key = f < g ? `${f} ${g} ${V(f)} ${V(g)}` : `${g} ${f} ${V(g)} ${V(f)}`; if (seen.has(key)) continue; seen.add(key);
        const x = this.mergeX(F, G); if (this.o.collect && this.rnd() < 0.3) this.o.collect('m', x, alike(F, G), Math.min(F.n, G.n));
        const z = lin(this.o.merge, x); if (z > th) heap.push({ a: f, b: g, z, va: V(f), vb: V(g) });
      }
    };
    for (const f of this.touched) if (this.fams[f]!.alive) push(f);
    this.touched.clear();
    for (;;) {
      heap.sort((p, q) => q.z - p.z); const h = heap.shift(); if (!h) break;
      const A = this.fams[h.a]!, B = this.fams[h.b]!; if (!A.alive || !B.alive || h.va !== V(h.a) || h.vb !== V(h.b)) continue;
      const [into, from] = A.n >= B.n ? [A, B] : [B, A]; this.mergeInto(into, from); ver.set(into.id, V(into.id) + 1); push(into.id);
    }
    this.touched.clear();
  }
  mergeInto(A: Fam, B: Fam) {
    B.alive = false; A.n += B.n;
    for (const [t, c] of B.counts) { const o = A.counts.get(t) ?? 0; A.counts.set(t, o + c); if (o === 0) this.post.get(t)!.push(A.id); }
    for (const [t, q] of B.sum) A.sum.set(t, (A.sum.get(t) ?? 0) + q);
    A.members.push(...B.members); if (A.members.length > 64) A.members.splice(0, A.members.length - 64);
    A.first = Math.min(A.first, B.first); A.last = Math.max(A.last, B.last);
    for (const k of ['actors', 'mains', 'acts', 'places', 'nums', 'langs'] as const) for (const [q, c] of B[k]) A[k].set(q, (A[k].get(q) ?? 0) + c);
    A.items.push(...B.items); A.prepped.push(...B.prepped);
  }
}
export const lin = (w: number[], x: number[]) => { let s = 0; for (let i = 0; i < x.length; i++) s += (w[i] ?? 0) * x[i]!; return s; };
export const logit = (p: number) => Math.log(p / (1 - p));
const inc = (m: Map<string, number>, ks: string[]) => { for (const k of ks) m.set(k, (m.get(k) ?? 0) + 1); };
export const top = (m: Map<string, number>) => { let b: string | null = null, n = 0; for (const [k, v] of m) if (v > n) { b = k; n = v; } return b; };
const actKey = (a: { source: string | null; action: string; target: string | null }) => `${a.source} ${a.action} ${a.target}`;

const share = (F: Fam, story: string) => F.items.filter((i) => i.story === story).length / F.n;
const alike = (A: Fam, B: Fam) => { const m = new Map<string, number>(); for (const i of A.items) m.set(i.story!, (m.get(i.story!) ?? 0) + 1); let s = 0; for (const i of B.items) s += m.get(i.story!) ?? 0; return s / (A.n * B.n); };

const avgAll = (d: number, inside: number) => d / Math.sqrt(inside);
