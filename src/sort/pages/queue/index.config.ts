export default definePageConfig({
  navigationBarTitleText: '待理的事',
  enablePullDownRefresh: true,
})
