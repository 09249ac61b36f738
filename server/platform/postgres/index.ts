export { type EmbeddedPostgres, type EnsurePostgresOptions, ensurePostgres } from './ensure-postgres'
export { PostgresLaunchError, PostgresMajorMismatchError } from './errors'
export { removePlace } from './place'
