// The server's settings and access rules. It listens on a private socket only, and what it confirms is on disk.

/** For `sni.conf`, which postgresql.conf includes. The folder holds no character that needs quoting. */
export function settingsText(socketFolder: string): string {
  return `# Written at every start; put settings of your own at the end of postgresql.conf.
listen_addresses = ''
unix_socket_directories = '${socketFolder}'
unix_socket_permissions = 0700
port = ${socketPort}
cluster_name = 'sni'
max_connections = 100
shared_buffers = 128MB
work_mem = 16MB
maintenance_work_mem = 64MB
effective_cache_size = 1GB
random_page_cost = 1.1
jit = off
fsync = on
synchronous_commit = on
full_page_writes = on
# No standby will ever read this log.
wal_level = minimal
max_wal_senders = 0
min_wal_size = 64MB
max_wal_size = 512MB
checkpoint_timeout = 15min
idle_in_transaction_session_timeout = 5min
# A query whose client was killed ends within these seconds.
client_connection_check_interval = 5s
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
# Errors of statements go to their clients; the log keeps what concerns the server, so it stays small.
log_min_messages = log
log_min_error_statement = panic
log_checkpoints = off
log_autovacuum_min_duration = -1
log_line_prefix = '%m [%p] '
`;
}

/** Only a part of the socket's file name: nothing listens on a network port. */
export const socketPort = 5432;

/** The superuser that initdb creates and everybody with access to the socket connects as. */
export const superuser = 'sni';

/** For pg_hba.conf: the socket lies in a folder of mode 0700, so whoever reaches it may enter; nothing else is listened to. */
export const accessRules = 'local all all trust\n';
