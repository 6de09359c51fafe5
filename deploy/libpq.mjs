// What the programs of PostgreSQL take from the environment, out of DATABASE_URL as the phases understand it: NAME=value, each ended by a
// null byte. A password goes this way and not into the arguments, which anybody may read. Ends with 78 when the address is none; it is
// never shown.
const given = process.env.DATABASE_URL ?? '';
// As psql takes it, an address with a user may name no host before a socket's folder.
const address = given.replace(/^(postgres(?:ql)?:\/\/[^/]*@)\//, '$1localhost/');
if (!/^postgres(ql)?:/.test(address) || !URL.canParse(address)) {
  console.error('DATABASE_URL is no address such as postgres://user:password@host:5432/sni.');
  process.exit(78);
}
const url = new URL(address);
const of = (name) => url.searchParams.get(name);
const variables = {
  PGHOST: of('host') || decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1'),
  PGPORT: of('port') || url.port,
  PGUSER: decodeURIComponent(url.username) || of('user'),
  PGPASSWORD: decodeURIComponent(url.password) || of('password'),
  PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
  PGSSLMODE: /^(disable|allow|prefer|require|verify-ca|verify-full)$/.exec(of('sslmode') ?? '')?.[0],
  PGSSLROOTCERT: of('sslrootcert'),
};
for (const [name, value] of Object.entries(variables)) if (value) process.stdout.write(`${name}=${value}\0`);
