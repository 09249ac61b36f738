import { moment, type Tx } from '../../platform/database/database'
import type { PhotoStore, StoredPhoto } from '../../platform/photos/store'
import { COMPOUND_ID, demoId } from '../ids'
import type { DecideAct, MatterAct, RaiseAct } from '../story/acts'
import { id } from '../story/names'
import { draw } from './draw'
import type { SceneName } from './scenes'

/** The ids of the photos that go with an act; an act is known by its matter and its words' place in time. */
export function photoIdsOf(act: RaiseAct | DecideAct): string[] {
  const step = act.kind === 'raise' ? 'raise' : `${act.intent.type}:${JSON.stringify(act.intent)}`
  return act.pictures.map((scene, index) => demoId(`photo:${act.matter}:${step}:${index}:${scene}`))
}

interface DemoPhoto {
  id: string
  scene: SceneName
  ownerId: string
  at: number
}

export interface StoredDemoPhoto extends DemoPhoto {
  stored: StoredPhoto
}

function photosOf(acts: readonly MatterAct[]): DemoPhoto[] {
  return acts.flatMap((act) => {
    if (act.kind !== 'raise' && act.kind !== 'decide') return []
    const ids = photoIdsOf(act)
    return act.pictures.map((scene, index) => ({
      id: ids[index] ?? '',
      scene,
      ownerId: id(act.by),
      at: act.at,
    }))
  })
}

/** Draws the pictures and keeps them like photos that were sent. A second run writes the same files again. */
export async function storePhotos(store: PhotoStore, acts: readonly MatterAct[]): Promise<StoredDemoPhoto[]> {
  const drawn = new Map<SceneName, Promise<Buffer>>()
  const pictureOf = (scene: SceneName): Promise<Buffer> => {
    const picture = drawn.get(scene) ?? draw(scene)
    drawn.set(scene, picture)
    return picture
  }
  return Promise.all(
    photosOf(acts).map(async (photo) => ({
      ...photo,
      stored: await store.put(COMPOUND_ID, photo.id, await pictureOf(photo.scene)),
    })),
  )
}

/** The rows of the pictures, nobody's yet: each act takes its own. */
export async function insertPhotos(tx: Tx, photos: readonly StoredDemoPhoto[]): Promise<void> {
  const rows = photos.map(({ id: photoId, ownerId, at, stored }) => ({
    compoundId: COMPOUND_ID,
    id: photoId,
    ownerId,
    ...stored,
    at: moment(at),
  }))
  await tx.insertInto('photos').values(rows).execute()
}
