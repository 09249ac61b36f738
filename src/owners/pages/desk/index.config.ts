export default definePageConfig({
  navigationBarTitleText: '表决工作台',
  enablePullDownRefresh: true,
})
