export default definePageConfig({
  navigationBarTitleText: '部件',
})
