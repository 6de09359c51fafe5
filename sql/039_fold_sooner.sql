-- The same words for search in two thirds of the time: a pattern costs little where it finds nothing and much for each place it finds, so blanks
-- are not looked for by one; what is composed again stands behind the scripts of Europe and the Near East.
create or replace function search_fold(said text) returns text language plpgsql immutable strict parallel safe cost 500 as $$
declare
  folded text := lower(said);
begin
  if octet_length(said) = length(said) then
    folded := regexp_replace(folded, '[^a-z0-9 ]+', ' ', 'g');
  else
    folded := regexp_replace(normalize(folded, NFKD), '[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]+', '', 'g');
    if folded ~ '[\u0900-\U0010ffff]' then folded := normalize(folded, NFKC); end if;
    folded := regexp_replace(folded,
      '[\u0001-\u001f\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u3000-\u3004\u3008-\u3020\u30fb\ufe00-\ufe6f\uff00-\uff0f]+',
      ' ', 'g');
  end if;
  while strpos(folded, '  ') > 0 loop
    folded := replace(folded, '  ', ' ');
  end loop;
  if octet_length(said) <> length(said) then
    folded := regexp_replace(folded,
      '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]', ' \& ', 'g');
  end if;
  return folded;
end $$;
