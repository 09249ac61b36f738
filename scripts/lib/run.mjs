import { spawn } from 'node:child_process'
import { root } from './project.mjs'

const running = new Set()

/** Asks every program started here to end; for when we are ending ourselves. */
export function endChildren(signal = 'SIGTERM') {
  for (const child of running) child.kill(signal)
}

/**
 * Runs a program of the project to its end, without a stdin.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, limitMs?: number }} [options] quiet: output is collected instead of shown
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} code 127: could not be started; 128: ended by a signal
 */
export function run(command, args, { env = {}, quiet = false, limitMs } = {}) {
  return new Promise((resolve) => {
    let output = ''
    let timedOut = false
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    running.add(child)
    const collect = (chunk) => {
      output += chunk
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    const limit = limitMs && setTimeout(expire, limitMs)
    function expire() {
      timedOut = true
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
    }
    const end = (code) => {
      clearTimeout(limit)
      running.delete(child)
      resolve({ code, output, timedOut })
    }
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', (code) => end(code ?? 128))
  })
}

/** Runs a script with this very Node. */
export const runNode = (args, options) => run(process.execPath, args, options)
