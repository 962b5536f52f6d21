using Emergent.Sims;

namespace Emergent.Studio.Tests;

/// <summary>Memory of the whole process, in which no other test may be at work meanwhile.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public class MemoryTests
{
    [Fact]
    public async Task Pages_that_come_and_go_leave_no_memory_behind()
    {
        const int Pages = 60;
        await using var window = await Windows.Open(new RandomAssociator());
        var cookie = await Page.Enter(window);
        await ComeAndGo();   // what is made once
        var left = new List<long>();
        for (var round = 0; round < 7; round++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            await ComeAndGo();
            left.Add((GC.GetTotalMemory(forceFullCollection: true) - before) / Pages);
        }
        // Pools grow and are trimmed in one round or another; what pages leave behind is there in each.
        // A client with its views, its queue and its socket is far more.
        Assert.True(left.Order().ElementAt(left.Count / 2) < 2000, $"{string.Join(", ", left)} bytes of each of {Pages} pages are still there, round by round");

        async Task ComeAndGo()
        {
            for (var i = 0; i < Pages; i++)
            {
                await using var page = await Page.Open(window, cookie);
                await page.Watch("Act", "cycle");
                await page.FrameUntil(_ => true);
            }
        }
    }
}
