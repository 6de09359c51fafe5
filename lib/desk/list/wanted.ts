// What `sni list` asks each kind of thing for.

/** What every kind is asked with. `status` undefined: what is in use. */
export interface Wanted {
  limit: number;
  status: string | undefined;
}
