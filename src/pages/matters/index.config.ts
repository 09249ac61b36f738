export default definePageConfig({
  navigationBarTitleText: '事项',
  enablePullDownRefresh: true,
  onReachBottomDistance: 400,
})
