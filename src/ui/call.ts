import Taro from '@tarojs/taro'

/** Rings a number: the phone's own dialler, `tel:` in a browser. A reader who thinks better of it sees nothing. */
export function call(phoneNumber: string): void {
  if (process.env.TARO_ENV === 'weapp') Taro.makePhoneCall({ phoneNumber }).catch(() => {})
  else window.location.href = `tel:${phoneNumber}`
}
