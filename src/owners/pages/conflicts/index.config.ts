export default definePageConfig({
  navigationBarTitleText: '对不上的票',
  enablePullDownRefresh: true,
})
