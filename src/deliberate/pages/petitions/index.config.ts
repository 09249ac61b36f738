export default definePageConfig({
  navigationBarTitleText: '联名要求开会',
})
