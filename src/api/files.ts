import { openFile } from '@/parts/files/open-file'
import { toast } from '@/ui'
import { addressOf, whoAsks } from './client'
import { asProblem } from './problem'

/** Operations that answer with a file instead of JSON. */
export type FileOperation =
  | 'owners.template'
  | 'owners.document'
  | 'owners.export'
  | 'deliberate.calendar'
  | 'deliberate.poster'
  | 'deliberate.minutesFile'

/**
 * Fetches a file and opens or keeps it; says so when it cannot be had.
 * @param name what the file is called where it is kept, with its ending
 */
export async function openRemoteFile(
  id: FileOperation,
  params: Record<string, string>,
  name: string,
): Promise<void> {
  try {
    await openFile({ url: await addressOf(id, { params }), header: whoAsks(id), name })
  } catch (error) {
    toast(asProblem(error).message, 'late')
  }
}
