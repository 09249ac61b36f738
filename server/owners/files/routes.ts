import { owners } from '@yishiting/domain/contract/owners'
import type { FastifyInstance } from 'fastify'
import { download, XLSX } from '../../platform/http/download'
import type { Platform } from '../../platform/platform'
import { makeFile } from './aside'
import { prepareDocument } from './documents/route'
import { prepareExport } from './export/route'

/** Template, documents, export. */
export function filesRoutes(app: FastifyInstance, platform: Platform): void {
  download(app, platform, owners.template, async () => ({
    name: '业主名册模板.xlsx',
    type: XLSX,
    make: () => makeFile({ kind: 'template' }),
  }))
  download(app, platform, owners.document, prepareDocument)
  download(app, platform, owners.export, prepareExport)
}
