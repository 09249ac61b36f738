export default definePageConfig({
  navigationBarTitleText: '听证',
})
