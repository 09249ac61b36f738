/** The few tables that are not a compound's own; all others start their keys with compound_id. */
export const GLOBAL_TABLES = [
  'people',
  'sessions',
  'settings',
  'kysely_migration',
  'kysely_migration_lock',
] as const
