// The sites of governments and international organisations, as data: hosts, of which any host below is theirs too. No news agency, not even
// one of a state: what it writes is a report.

/** Endings that only states and organisations may have. */
export const officialEndings = ['gov', 'mil', 'int'];

/** Second-level names under a country code that only its state has: gov.uk, mil.pl, gob.cl, gouv.sn. */
export const officialSecondLevel = ['gov', 'mil', 'gob', 'gouv', 'govt', 'gub'];

export const officialSites = `
europa.eu un.org unhcr.org unicef.org unesco.org who.int iaea.org imf.org worldbank.org wto.org osce.org icrc.org icj-cij.org icc-cpi.int
opcw.org opec.org oecd.org au.int ecowas.int nato.int asean.org gcc-sg.org oic-oci.org coe.int echr.coe.int interpol.int eurasiancommission.org
sectsco.org iea.org ilo.org
kremlin.ru government.ru mid.ru mil.ru duma.gov.ru council.gov.ru cbr.ru
bund.de bundesregierung.de bundestag.de bundeswehr.de bundeskanzler.de auswaertiges-amt.de bmvg.de
elysee.fr assemblee-nationale.fr senat.fr conseil-constitutionnel.fr
parliament.uk mod.uk nationalarchives.gov.uk royal.uk
admin.ch parlament.ch bundeskanzleramt.gv.at gv.at
gc.ca canada.ca pm.gc.ca forces.ca
go.jp go.kr go.id go.th go.ke go.tz go.ug
gob.mx gob.ar gob.es lamoncloa.es congreso.es casarosada.gob.ar
governo.it quirinale.it esteri.it difesa.it camera.it senato.it
president.ir mfa.ir leader.ir dolat.ir
fmprc.gov.cn mfa.gov.cn mod.gov.cn npc.gov.cn
president.gov.ua rada.gov.ua mil.gov.ua
government.nl rijksoverheid.nl regeringen.se regjeringen.no regeringen.dk valtioneuvosto.fi government.se um.dk
premier.gov.pl sejm.gov.pl president.pl
tccb.gov.tr mfa.gov.tr msb.gov.tr
pmo.gov.il idf.il mfa.gov.il knesset.gov.il
mofa.gov.sa mofa.gov.ae mofa.gov.qa
president.go.kr mofa.go.kr mnd.go.kr mod.go.jp mofa.go.jp kantei.go.jp
presidencia.gov.co presidencia.gob.ve planalto.gov.br itamaraty.gov.br
gov.il gov.in mea.gov.in mod.gov.in pib.gov.in gov.za dirco.gov.za
`
  .trim()
  .split(/\s+/);

/** News agencies and broadcasters that stand below such an ending. */
export const agencies = 'spa.gov.sa pna.gov.ph sana.sy sana.gov.sy ssm.gov.ly tass.gov.ru voa.gov bta.gov.bg'.split(' ');
