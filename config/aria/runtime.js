// The templates' short names (p0, p1 …) are counted again in the phone: both sides must know the same attributes.
import { mergeInternalComponents } from '@tarojs/shared'
import list from './attributes.json'

const patch = () => Object.fromEntries(list.attributes.map((name) => [name, '']))
mergeInternalComponents(Object.fromEntries(list.components.map((name) => [name, patch()])))
