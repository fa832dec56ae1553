/// The path after `$CATEGORY:`.
enum GIFTCategory {
    static func path(_ source: ArraySlice<UInt8>) -> [String] {
        CategoryPath.parts(GIFTEscapes.text(GIFTEscapes.shield(source)[...]))
    }
}
