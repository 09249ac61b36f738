import { View } from '@tarojs/components'

export default function P() {
  return <View className="x" aria-label="a">会议</View>
}
