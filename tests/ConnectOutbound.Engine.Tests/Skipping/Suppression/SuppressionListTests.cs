using System.Text;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Skipping.Suppression;
using FsCheck;
using FsCheck.Xunit;

namespace ConnectOutbound.Engine.Tests.Skipping.Suppression;

public sealed class SuppressionListTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("suppression-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string File(string text, string name = "stop.txt", Encoding? encoding = null)
    {
        string path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    private SuppressionList Read(string text, string? country = null, string? column = null, string name = "stop.txt")
    {
        var builder = new SuppressionListBuilder(country, column);
        builder.AddFile(File(text, name));
        return builder.Build();
    }

    private OutboundException Refused(string text, string? column = null)
    {
        string path = File(text);
        OutboundException refused = Assert.Throws<OutboundException>(() => new SuppressionListBuilder(null, column).AddFile(path));
        Assert.Equal(path, refused.Path);
        Assert.Contains("stop.txt", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.Message, char.IsControl);
        return refused;
    }

    private static void Holds(SuppressionList list, params string[] numbers)
    {
        Assert.All(numbers, number => Assert.True(list.Contains(number, out _), number));
        Assert.Equal(numbers.Length, list.Count);
    }

    [Fact]
    public void Numbers_are_found_however_they_were_written()
    {
        var builder = new SuppressionListBuilder();
        builder.AddNumber("+1 (206) 555-0100");
        builder.AddNumbers(["tel:+44 20 7946 0958", "+12065550100", "", "# asked by phone", "+12065550101 # by letter"]);
        SuppressionList list = builder.Build();
        Holds(list, "+12065550100", "+442079460958", "+12065550101");
        Assert.False(list.Contains("+12065550102", out string source));
        Assert.Equal("", source);
        Assert.Equal(["the numbers given"], list.Sources);
    }

    [Fact]
    public void A_file_has_one_number_a_line_and_comments() => Holds(
        Read("# stop list, 2026-05\n\n+1 206 555 0100\r\n  +12065550101 # asked on the phone, twice\n\t# +12065550102\n \n\"+12065550103\"\n+12065550100"),
        "+12065550100", "+12065550101", "+12065550103");

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nobody yet\n")]
    [InlineData("PhoneNumber")]
    [InlineData("PhoneNumber,Name\n")]
    [InlineData("sep=;\n")]
    public void An_empty_list_is_a_list(string text) => Assert.Equal(0, Read(text).Count);

    [Theory]
    [InlineData("PhoneNumber,Name\n+12065550100,Jo\n+12065550101,Al\n")]
    [InlineData("Name;Phone Number\r\nJo;+12065550100\r\nAl;+12065550101")]
    [InlineData("name\tMOBILE\nJo\t+1 206 555 0100\nAl\t+1 206 555 0101")]
    [InlineData("Name|to\nJo|+12065550100\nAl|+12065550101")]
    [InlineData("\"Name\",\"Destination\"\n\"Jo, of \"\"Jo's\"\"\",\"+12065550100\"\n\"Al\nand Bo\",\"+12065550101\"\n")]
    [InlineData("#TYPE System.Object\n\"Destination\"\n\"+12065550100\"\n\"+12065550101\"\n")]
    [InlineData("sep=;\nName;Phone\nJo;+12065550100\nAl;+12065550101")]
    [InlineData("Name,Phone\n# Bo,+12065550109\n  # Cy,+12065550108\n\nJo,+12065550100\n,\n , \nAl,+12065550101,,\n")]
    [InlineData("Phone,Name\n+12065550100 # by letter,Jo\n+12065550101\n")]
    [InlineData("Phone,Size\n+12065550100,5\" pipe\n+12065550101,7\" pipe\n")]
    [InlineData("\"Size,\nin inches\",Phone\n5,+12065550100\n7,+12065550101\n")]
    [InlineData("Destination\n+12065550100 # one, two\n+12065550101\n")]
    [InlineData("Phone,Mobile\n+12065550100,\n,+12065550101\n")]
    [InlineData("Phone,Mobile\n+12065550100,+12065550101\n")]
    public void A_file_with_columns_is_read_by_its_headers(string text) => Holds(Read(text), "+12065550100", "+12065550101");

    [Fact]
    public void The_column_that_the_caller_names_comes_before_the_known_ones()
    {
        const string text = "Phone,Blocked No.\n+12065550100,+12065550101\n";
        Holds(Read(text, column: "blocked no."), "+12065550101");
        Holds(Read(text, column: "Elsewhere"), "+12065550100");
        Holds(Read("Blocked No.\n+12065550102\n", column: "Blocked No."), "+12065550102");
        Holds(Read("+12065550103\n", column: "Blocked No."), "+12065550103");
    }

    [Fact]
    public void A_column_of_countries_goes_with_the_numbers_and_the_default_where_it_is_empty()
    {
        Holds(Read("Phone,Country\n020 7946 0958,GB\n", country: "US"), "+442079460958");
        Holds(Read("Phone,Country ISO\n020 7946 0958,gb\n", country: "US"), "+442079460958");
        Holds(Read("Phone,Country\n206 555 0100,\n", country: "US"), "+12065550100");
        Holds(Read("206 555 0100\n", country: "US"), "+12065550100");
    }

    [Fact]
    public void Byte_order_marks_say_the_encoding()
    {
        foreach (Encoding encoding in new[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            var builder = new SuppressionListBuilder();
            builder.AddFile(File("Name,Phone\nJosé,+12065550100\n", "columns.csv", encoding));
            builder.AddFile(File("+12065550101\n", "lines.txt", encoding));
            Holds(builder.Build(), "+12065550100", "+12065550101");
        }
    }

    [Fact]
    public void Names_in_an_old_encoding_do_no_harm()
    {
        var builder = new SuppressionListBuilder();
        builder.AddFile(File("Name,Phone\nJosé,+12065550100\n", encoding: Encoding.Latin1));
        Holds(builder.Build(), "+12065550100");
    }

    [Fact]
    public void The_first_source_that_has_a_number_is_named()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "old"));
        string old = File("+12065550102\n", Path.Combine("old", "a.txt"));
        var builder = new SuppressionListBuilder();
        builder.AddNumber("+12065550100");
        builder.AddFile(File("+12065550100\n+12065550101\n", "a.txt"));
        builder.AddFile(Path.Combine(_folder.FullName, "a.txt"));
        builder.AddFile(old);
        builder.AddNumber("+12065550103");
        SuppressionList list = builder.Build();
        Assert.Equal(["the numbers given", "a.txt", old], list.Sources);
        (string Number, string Source)[] numbers =
            [("+12065550100", "the numbers given"), ("+12065550101", "a.txt"), ("+12065550102", old), ("+12065550103", "the numbers given")];
        foreach ((string number, string expected) in numbers)
        {
            Assert.True(list.Contains(number, out string source));
            Assert.Equal(expected, source);
        }
    }

    [Fact]
    public void Lines_that_cannot_be_read_are_named_up_to_five_and_the_others_counted()
    {
        OutboundException refused = Refused("# numbers\n+12065550100\n2065550101\nnobody\n+12065550102 ext 4\n+1\n+0\n=A1\n++\n");
        Assert.Equal(3, refused.Line);
        Assert.Contains("7 lines", refused.Message, StringComparison.Ordinal);
        Assert.Contains("line 3: '2065550101' has no country code", refused.Message, StringComparison.Ordinal);
        Assert.Contains("line 4: 'nobody' is not a phone number", refused.Message, StringComparison.Ordinal);
        Assert.Contains("line 7: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("line 8: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("and 2 more", refused.Message, StringComparison.Ordinal);
        Assert.Contains("default country", refused.Message, StringComparison.Ordinal);
        Assert.Contains("put #", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name,Phone\nJo,+12065550100\nAl,\n", 3, "has no number")]
    [InlineData("Name,Phone\nJo,+12065550100\nAl\n", 3, "has no number")]
    [InlineData("Name,Phone\nDoe, Jo,+12065550100\n", 2, "3 fields where the headers have 2")]
    [InlineData("Phone,Name\n+12065550100,\"Jo\n+12065550101,\"Al\n", 2, "quotation mark")]
    [InlineData("Phone,Name\n+12065550100,\"Jo\n+12065550101,Al\n", 2, "quotation mark")]
    [InlineData("Phone,A,B\n+12065550100,5\" pipe,\"Jo\n+12065550101,x,Al\n", 2, "quotation mark")]
    [InlineData("# list\n\"Name\",\"Phone\"\n\"Jo\nJo\",\"+12065550100\"\n# no\n\"Al\",\"x\"\n", 6, "'x' is not a phone number")]
    [InlineData("Destination\n+12065550100,Jo\n", 2, "line 2: ")]
    [InlineData("Phone,Mobile\n+12065550100,none\n", 2, "'none' is not a phone number")]
    [InlineData("+12065550100#7\n", 1, "extension")]
    public void A_row_without_a_number_is_named_by_its_line(string text, long line, string problem)
    {
        OutboundException refused = Refused(text);
        Assert.Equal(line, refused.Line);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kunde;Rufnummer\nJo;+12065550100\n", null, "its columns are 'Kunde', 'Rufnummer'")]
    [InlineData("Kunde;Rufnummer\nJo;+12065550100\n", "Telefon", "none of them is 'Telefon'")]
    [InlineData("Rufnummer\n+12065550100\n", null, "its columns are 'Rufnummer'")]
    [InlineData("+12065550100,Jo\n+12065550101,Al\n", null, "no line of headers")]
    [InlineData("Jo;+1 206 555 0100\n", null, "no line of headers")]
    [InlineData("sep=;\n+12065550100\n", null, "no line of headers")]
    [InlineData("[\"+12065550100\", \"+12065550101\"]", null, "no line of headers")]
    public void A_file_whose_column_is_not_known_says_how_to_tell(string text, string? column, string problem)
    {
        OutboundException refused = Refused(text, column);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.Contains("ColumnMap", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'PhoneNumber'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_given_that_cannot_be_read_are_named_by_their_places()
    {
        OutboundException refused = Assert.Throws<OutboundException>(() => new SuppressionListBuilder().AddNumbers(["+12065550100", "2065550101", "x"]));
        Assert.Null(refused.Path);
        Assert.Equal(2, refused.Line);
        Assert.Contains("number 2: '2065550101'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("number 3: 'x'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_text_file_is_refused()
    {
        Assert.Contains("does not exist", Fault(Path.Combine(_folder.FullName, "none.txt")), StringComparison.Ordinal);
        Assert.Contains("does not exist", Fault(Path.Combine(_folder.FullName, "none", "none.txt")), StringComparison.Ordinal);
        Assert.Contains("is a folder", Fault(_folder.FullName), StringComparison.Ordinal);
        string workbook = Path.Combine(_folder.FullName, "list.xlsx");
        System.IO.File.WriteAllBytes(workbook, [0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0]);
        Assert.Contains("exported as CSV", Fault(workbook), StringComparison.Ordinal);
        Assert.Contains("UTF-8", Fault(File("+12065550100\n", encoding: new UnicodeEncoding(false, byteOrderMark: false))), StringComparison.Ordinal);
        Assert.Contains("longer than a million", Fault(File(new string('1', 3_000_000))), StringComparison.Ordinal);
        Assert.Contains(
            "longer than 1 MB",
            Fault(File("Phone,Name\n+12065550100,\"" + string.Concat(Enumerable.Repeat("+12065550101,x\n", 200_000)))),
            StringComparison.Ordinal);
        static string Fault(string path) => Assert.Throws<OutboundException>(() => new SuppressionListBuilder().AddFile(path)).Message;
    }

    [Fact]
    public void A_file_that_somebody_has_open_is_read()
    {
        string path = File("+12065550100\n");
        using FileStream open = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var builder = new SuppressionListBuilder();
        builder.AddFile(path);
        Holds(builder.Build(), "+12065550100");
    }

    [Fact]
    public void A_file_of_many_blocks_is_read_to_its_end()
    {
        string[] numbers = [.. Enumerable.Range(0, 30_000).Select(i => $"+1206{2_000_000 + (i * 7)}")];
        string named = "Name,Phone\r\n" + string.Join("\r\n", numbers.Select((number, i) => $"\"Jo {i}\",{number}"));
        foreach (string text in new[] { string.Join("\r\n", numbers), named })
        {
            SuppressionList list = Read(text);
            Holds(list, numbers);
            OutboundException refused = Refused(text + "\r\nx,y\r\n");
            Assert.Equal(text.Count(c => c == '\n') + 2, refused.Line);
        }
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        string path = File(string.Concat(Enumerable.Repeat("+12065550100\n", 10_000)));
        Assert.Throws<OperationCanceledException>(() => new SuppressionListBuilder().AddFile(path, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("12065550100")]
    [InlineData("+1 206 555 0100")]
    [InlineData("+02065550100")]
    [InlineData("+1234567890123456")]
    public void Only_a_number_in_e164_can_be_looked_up(string text) =>
        Assert.Throws<ArgumentException>(() => new SuppressionListBuilder().Build().Contains(text, out _));

    [Fact]
    public void A_list_is_built_once()
    {
        var builder = new SuppressionListBuilder();
        builder.Build();
        Assert.Throws<InvalidOperationException>(() => builder.AddNumber("+12065550100"));
    }

    /// <summary>Against a set of .NET's own. Numbers are drawn near to each other, so that many are there and their places collide.</summary>
    [Property(MaxTest = 300)]
    public void The_numbers_are_those_that_were_added(PositiveInt start, NonEmptyArray<PositiveInt> steps, PositiveInt length)
    {
        var numbers = new SuppressedNumbers();
        var expected = new Dictionary<ulong, int>();
        ulong scale = (ulong)Math.Pow(10, length.Get % 13);
        ulong number = (ulong)start.Get;
        for (int i = 0; i < 4000; i++)
        {
            number = (number + ((ulong)steps.Get[i % steps.Get.Length].Get * scale)) % 999_999_999_999_999 + 1;
            int source = i % SuppressedNumbers.MaxSources;
            expected.TryAdd(number, source);
            numbers.Add(number, source);
        }

        Assert.Equal(expected.Count, numbers.Count);
        foreach ((ulong added, int source) in expected)
        {
            Assert.True(numbers.TryFind(added, out int found));
            Assert.Equal(source, found);
            Assert.Equal(expected.ContainsKey(added + 1), numbers.TryFind(added + 1, out _));
        }
    }

    [Fact]
    public void The_longest_number_and_the_last_source_fit()
    {
        var numbers = new SuppressedNumbers();
        numbers.Add(999_999_999_999_999, SuppressedNumbers.MaxSources - 1);
        Assert.True(numbers.TryFind(999_999_999_999_999, out int source));
        Assert.Equal(SuppressedNumbers.MaxSources - 1, source);
    }
}
