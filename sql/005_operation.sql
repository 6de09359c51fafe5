-- What an operator asks of a phase, beside its pause in 002: that its worker stops sleeping.

alter table phases add column woken_at timestamptz;  -- set by sni wake and sni resume; answered by the next run that starts
