import { spawn } from 'node:child_process'

export interface RunResult {
  /** Exit code; null when the program could not be started or was ended by a signal. */
  code: number | null
  stdout: string
  stderr: string
}

/** The caller's PG* settings and language must not reach our own server. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env }
  for (const name of Object.keys(environment)) {
    if (/^(PG|LC_|LANG)/.test(name)) delete environment[name]
  }
  environment.LC_ALL = 'C'
  return environment
}

/**
 * Runs a program to its end, as `user` when given (only root can).
 * Never rejects: a program that cannot be started gives `code: null` and the reason in `stderr`.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { user?: { uid: number; gid: number }; timeoutMs?: number } = {},
): Promise<RunResult> {
  const { user, timeoutMs = 120_000 } = options
  return new Promise((resolve) => {
    let stdout = ''
    let stderr = ''
    const child = spawn(command, args, {
      // The caller's directory may be closed to the other user.
      cwd: '/',
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    })
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
    })
    child.on('error', (error) => resolve({ code: null, stdout, stderr: `${stderr}${error.message}` }))
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** Whether a signal to this process id would reach somebody: a zombie counts, another user's process does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
