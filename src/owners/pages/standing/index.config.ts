export default definePageConfig({
  navigationBarTitleText: '我能投票吗',
  enablePullDownRefresh: true,
})
