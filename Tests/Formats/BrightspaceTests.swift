import Assessment
import Formats
import Testing

struct BrightspaceTests {
    @Test(
        "every type comes in",
        arguments: [
            ("NewQuestion,WR,,,\nQuestionText,Why?,,,\nAnswerKey,because,,,", "essay"),
            ("NewQuestion,SA\nQuestionText,Sum?\nAnswer,100,four\nAnswer,50,\"fo, ur\"", "text +four 50:fo, ur"),
            ("NewQuestion,SA\nQuestionText,Who?\nAnswer,100,^colou?r|hue$,regexp", "text +colour +color +hue"),
            (
                "NewQuestion,MC\nQuestionText,Q\nOption,100,a,,well done\nOption,25,b\nOption,0,c",
                "one +a#well done 25:b -c"
            ),
            ("NewQuestion,MC\nQuestionText,Q\nOption,1,a\nOption,0,b", "one +a -b"),
            ("newquestion, mc \n\"QuestionText,\",Q\noption,0,a\noption,100,b", "one -a +b"),
            ("NewQuestion;MC\nQuestionText;Q, or not\nOption;100;a, b\nOption;0;c", "one +a, b -c"),
            ("NewQuestion,TF\nQuestionText,Q\nTRUE,0,no\nFALSE,100,yes", "one -True#no +False#yes fixed"),
            (
                "NewQuestion,MS\nQuestionText,Q\nScoring,RightMinusWrong\nOption,1,a\nOption,1,b\nOption,0,c",
                "many 50:a 50:b -50:c"
            ),
            ("NewQuestion,MS\nQuestionText,Q\nScoring,RightAnswers\nOption,1,a\nOption,0,b", "many +a -b"),
            (
                "NewQuestion,M\nQuestionText,Q\nScoring,EquallyWeighted\nChoice,1,cat\nChoice,2,dog\nMatch,2,barks\nMatch,1,meows\nMatch,,",
                "match cat→meows dog→barks of 2"
            ),
            (
                "NewQuestion,O\nQuestionText,Q\nScoring,RightAnswers\nItem,one,,\nItem,<b>two</b>,HTML,",
                "order one <b>two</b>"
            ),
        ])
    func types(text: String, sketch: String) throws {
        let item = try item(text)
        #expect(item.sketch == sketch)
    }

    @Test("identifier, title, hints in any place, comments and quoted cells of several lines are read")
    func surroundings() throws {
        let bank = try bank(
            "//This is a comment,,\n\"//another, quoted\"\n,,,\nNewQuestion,MC\nID,X-1\nTitle,\"A \"\"title\"\"\"\nQuestionText,\"<p>two\nlines</p>\",HTML\nPoints,1\nHint,no\nFeedback,look\nOption,100,a\nOption,0,b\n"
        )
        let family = try #require(bank.families.first)
        #expect(bank.omissions == [])
        #expect(family.sourceID == "X-1")
        #expect(family.title == "A \"title\"")
        #expect(family.variants[0].item.stem.html == "<p>two\nlines</p>")
        #expect(family.variants[0].item.feedback?.html == "look")
    }

    @Test("scoring kinds mark as they say")
    func scoring() throws {
        func marks(_ scoring: String) throws -> [Double] {
            let item = try item(
                "NewQuestion,MS\nQuestionText,Q\nScoring,\(scoring)\nOption,1,a\nOption,1,b\nOption,0,c\nOption,0,d")
            return [[0, 1], [0], [0, 2], []].map { item.mark(.choices($0)).fraction }
        }
        #expect(try marks("AllOrNothing") == [1, 0, 0, 0])
        #expect(try marks("RightAnswers") == [1, 0.75, 0.5, 0.5])
        #expect(try marks("RightMinusWrong") == [1, 0.5, 0, 0])
        #expect(try marks("Unheard") == [1, 0, 0, 0])
    }

    @Test(
        "what cannot be read is named with its line and reason",
        arguments: [
            ("NewQuestion,FIB\nQuestionText,Q", "type FIB"),
            ("NewQuestion,MC\nOption,100,a\nOption,0,b", "no text"),
            ("NewQuestion,MC\nQuestionText,Q\nOption,0,a\nOption,0,b", "No answer is right"),
            ("NewQuestion,MC\nQuestionText,Q", "two rows Option"),
            ("NewQuestion,SA\nQuestionText,Q\nAnswer,100,[0-9]+,regexp", "more texts than can be listed"),
            ("NewQuestion,M\nQuestionText,Q\nChoice,1,a\nMatch,2,b", "has no match"),
        ])
    func refusals(text: String, reason: String) throws {
        let bank = try bank("NewQuestion,WR\nQuestionText,Sound\n" + text)
        #expect(bank.families.map(\.title) == ["Sound"])
        #expect(bank.omissions.map(\.line) == [3])
        #expect(bank.omissions.first?.reason.contains(reason) == true, "\(bank.omissions)")
    }
}
