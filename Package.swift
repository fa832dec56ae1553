// swift-tools-version: 6.0
import PackageDescription

// The house: imports point down this list, never up, and never sideways among the pure three.
// No package dependencies: the C libraries are Debian's, each behind a system library target.

let package = Package(
    name: "gongbox",
    products: [.executable(name: "gongbox", targets: ["gongbox"])],
    targets: [
        .executableTarget(
            name: "gongbox",
            dependencies: [
                "Web", "Classroom", "Formats", "GongDevices", "Assessment", "Gong", "HTTP", "SQLite", "Crypto", "QR",
            ],
            resources: [.copy("Demonstration")]
        ),
        .target(
            name: "Web",
            dependencies: ["Classroom", "Formats", "Assessment", "Mastery", "Gong", "HTTP", "Markup", "Crypto", "QR"],
            resources: [.copy("Assets"), .copy("Languages")]
        ),
        .target(
            name: "Classroom",
            dependencies: ["Formats", "Assessment", "Mastery", "Gong", "SQLite", "Crypto"]
        ),
        .target(name: "Formats", dependencies: ["Assessment", "XML", "Archive", "Crypto"]),
        .target(name: "GongDevices", dependencies: ["Gong", "Sound", "Pin"], exclude: ["README.md"]),

        // Pure: no clock, file, socket, SQL or C.
        .target(name: "Assessment", exclude: ["Expressions/README.md"]),
        .target(name: "Mastery"),
        .target(name: "Gong"),

        // One small Swift module for each C library.
        .target(name: "HTTP", dependencies: ["CMicroHTTPD", "CZlib"]),
        .target(name: "Markup"),
        .target(name: "SQLite", dependencies: ["CSQLite"]),
        .target(name: "Sound", dependencies: ["CALSA", "CSndFile"]),
        .target(name: "Pin", dependencies: ["CGPIOD"]),
        .target(name: "Crypto", dependencies: ["CSodium"]),
        .target(name: "XML", dependencies: ["CXML2"]),
        .target(name: "Archive", dependencies: ["CArchive"]),
        .target(name: "QR", dependencies: ["CQREncode"]),

        .systemLibrary(
            name: "CMicroHTTPD", path: "Sources/CLibraries/CMicroHTTPD", pkgConfig: "libmicrohttpd",
            providers: [.apt(["libmicrohttpd-dev"])]),
        .systemLibrary(
            name: "CSQLite", path: "Sources/CLibraries/CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(
            name: "CALSA", path: "Sources/CLibraries/CALSA", pkgConfig: "alsa",
            providers: [.apt(["libasound2-dev"])]),
        .systemLibrary(
            name: "CSndFile", path: "Sources/CLibraries/CSndFile", pkgConfig: "sndfile",
            providers: [.apt(["libsndfile1-dev"])]),
        .systemLibrary(
            name: "CGPIOD", path: "Sources/CLibraries/CGPIOD", pkgConfig: "libgpiod",
            providers: [.apt(["libgpiod-dev"])]),
        .systemLibrary(
            name: "CSodium", path: "Sources/CLibraries/CSodium", pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(
            name: "CXML2", path: "Sources/CLibraries/CXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CArchive", path: "Sources/CLibraries/CArchive", pkgConfig: "libarchive",
            providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(
            name: "CQREncode", path: "Sources/CLibraries/CQREncode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(
            name: "CZlib", path: "Sources/CLibraries/CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]),

        .testTarget(name: "XMLTests", dependencies: ["XML"], path: "Tests/XML"),
        .testTarget(name: "ArchiveTests", dependencies: ["Archive"], path: "Tests/Archive"),
        .testTarget(
            name: "FormatsTests", dependencies: ["Formats", "Assessment", "XML", "Archive"], path: "Tests/Formats"),
        // The gongs, rendered from their synthesis: `make sounds`.
        .executableTarget(name: "render-sounds", dependencies: ["Sound"], path: "Sounds/Synthesis"),
        .testTarget(
            name: "SynthesisTests", dependencies: ["render-sounds", "GongDevices", "Sound"], path: "Tests/Synthesis"),

        .testTarget(name: "GongTests", dependencies: ["Gong"], path: "Tests/Gong"),
        .testTarget(name: "SoundTests", dependencies: ["Sound"], path: "Tests/Sound"),
        .testTarget(name: "PinTests", dependencies: ["Pin"], path: "Tests/Pin"),
        .testTarget(
            name: "GongDevicesTests", dependencies: ["GongDevices", "Gong", "Sound", "Pin", "LiveBox"],
            path: "Tests/GongDevices"),

        .target(
            name: "TestSupport", dependencies: ["Classroom", "Web", "HTTP", "Gong", "Mastery", "Crypto"],
            path: "Tests/Support"),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite", "TestSupport"], path: "Tests/SQLite"),
        .testTarget(name: "CryptoTests", dependencies: ["Crypto"], path: "Tests/Crypto"),
        .testTarget(name: "HTTPTests", dependencies: ["HTTP"], path: "Tests/HTTP"),
        .testTarget(name: "MarkupTests", dependencies: ["Markup"], path: "Tests/Markup"),
        .testTarget(name: "AssessmentTests", dependencies: ["Assessment"], path: "Tests/Assessment"),
        .testTarget(name: "MasteryTests", dependencies: ["Mastery"], path: "Tests/Mastery"),
        .testTarget(
            name: "ClassroomTests", dependencies: ["Classroom", "Formats", "SQLite", "TestSupport"],
            path: "Tests/Classroom"),
        .testTarget(name: "WebTests", dependencies: ["Web", "TestSupport"], path: "Tests/Web"),
        .testTarget(
            name: "BrowserTests", dependencies: ["Classroom", "Formats", "Assessment", "HTTP", "Web", "TestSupport"],
            path: "Tests/Browser"),

        // A box at work, seen from outside, for the two programs below.
        .target(
            name: "LiveBox", dependencies: ["Classroom", "Assessment", "Gong", "SQLite", "Crypto"],
            path: "Tests/LiveBox"),
        .executableTarget(
            name: "bench",
            dependencies: ["LiveBox", "Assessment", "Formats", "HTTP", "SQLite", "Crypto", "CMicroHTTPD", "CSQLite"],
            path: "Tests/Bench"),
        .executableTarget(
            name: "killtest", dependencies: ["LiveBox", "Assessment", "Mastery", "SQLite"], path: "Tests/KillTest"),
    ]
)

// The fuzzers need libFuzzer's own flags, so they are built apart: `make fuzz`.
if Context.environment["GONGBOX_FUZZ"] != nil {
    package.targets += [
        .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
        .executableTarget(
            name: "fuzz", dependencies: ["Assessment", "Formats", "XML", "CFuzzer"], path: "Tests/Fuzz",
            exclude: ["CFuzzer", "Seeds", "README.md", "run"]),
    ]
}
