export default definePageConfig({
  navigationBarTitleText: '上门单',
  enablePullDownRefresh: true,
})
