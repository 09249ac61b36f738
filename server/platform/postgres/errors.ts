/** Why the embedded database cannot be had; `code` is for programs, `message` is a sentence for people. */
export type PostgresErrorCode =
  | 'no-binaries'
  | 'no-os-user'
  | 'wrong-major'
  | 'foreign-data'
  | 'unreachable-data'
  | 'password-lost'
  | 'port-taken'
  | 'start-failed'

/** Thrown by every part of the launcher; nothing has been deleted when it is thrown. */
export class PostgresLaunchError extends Error {
  readonly code: PostgresErrorCode

  constructor(code: PostgresErrorCode, message: string) {
    super(message)
    this.name = 'PostgresLaunchError'
    this.code = code
  }
}

/** The data were written by another major version of PostgreSQL; they have not been touched. */
export class PostgresMajorMismatchError extends PostgresLaunchError {
  constructor(
    readonly dataDir: string,
    readonly found: string,
    readonly wanted: string,
  ) {
    super(
      'wrong-major',
      `数据目录 ${dataDir} 是 PostgreSQL ${found} 写的,这里内置的是 PostgreSQL ${wanted},不能直接打开;数据原样未动。` +
        `请换一个数据目录(YISHITING_DATA),或用 DATABASE_URL 连接一台 PostgreSQL ${found}。 / ` +
        `The data in ${dataDir} were written by PostgreSQL ${found}, but the built-in server is PostgreSQL ${wanted} ` +
        `and cannot open them; nothing was touched. Choose another YISHITING_DATA, or point DATABASE_URL at a ` +
        `PostgreSQL ${found} server.`,
    )
    this.name = 'PostgresMajorMismatchError'
  }
}
