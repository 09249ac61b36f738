import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { attributes, components } from './attributes.json'

/** What this plugin touches of Taro's platform object; its own type is not exported whole. */
interface Platform {
  platform: string
  runtimePath: string | string[]
  template: { mergeComponents(ctx: IPluginContext, patch: Record<string, Record<string, string>>): void }
}

/**
 * Lets aria attributes through to the mini-program. Taro 4.2.1 writes none of them into its WXML
 * templates, so a screen reader would hear nothing of what src/ui says.
 */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform: Platform) => {
      if (platform.platform !== 'weapp') return
      const patch = Object.fromEntries(attributes.map((name) => [name, '']))
      platform.template.mergeComponents(ctx, Object.fromEntries(components.map((name) => [name, patch])))
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.js')].flat()
    },
  })
}
