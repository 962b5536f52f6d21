namespace Emergent.Data.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("whole").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void File_that_is_not_finished_leaves_what_stood_there()
    {
        var path = Path.Combine(_folder, "file.txt");
        File.WriteAllText(path, "before");
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException("interrupted");
        }));
        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Link_stays_a_link_and_its_target_is_written()
    {
        if (OperatingSystem.IsWindows()) { return; }   // links need rights there
        string target = Path.Combine(_folder, "target.txt"), link = Path.Combine(_folder, "link.txt");
        File.WriteAllText(target, "before");
        File.CreateSymbolicLink(link, target);
        WholeFile.Write(link, stream => stream.Write("after"u8));
        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.Equal("after", File.ReadAllText(target));
    }

    [Fact]
    public void Device_is_refused_and_stays()
    {
        if (OperatingSystem.IsWindows()) { return; }
        var message = Assert.Throws<EmergentException>(() => WholeFile.Write("/dev/null", stream => stream.WriteByte(1))).Message;
        Assert.Contains("'/dev/null'", message, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public void Threads_that_write_one_file_leave_one_of_their_texts()
    {
        var path = Path.Combine(_folder, "shared.txt");
        Parallel.For(0, 40, i => WholeFile.Write(path, stream => stream.Write(new byte[1000 + i])));
        Assert.InRange(new FileInfo(path).Length, 1000, 1039);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }
}
