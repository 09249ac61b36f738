import { owners } from '@yishiting/domain/contract/owners'
import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../platform/platform'
import { download, XLSX } from './download'

/** Template, documents, export. */
export function filesRoutes(app: FastifyInstance, platform: Platform): void {
  download(app, platform, owners.template, async () => ({
    name: '业主名册模板.xlsx',
    type: XLSX,
    ask: { kind: 'template' },
  }))
}
