// Style files say nothing in a test of behaviour.
export default {}
