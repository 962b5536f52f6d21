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
        const int Pages = 100;
        await using var window = await Windows.Open(new RandomAssociator());
        var cookie = await Page.Enter(window);
        await ComeAndGo(120);   // until the pools of connections and buffers are full
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await ComeAndGo(Pages);
        var left = (GC.GetTotalMemory(forceFullCollection: true) - before) / Pages;
        // A client with its views, its queue and its socket is far more.
        Assert.True(left < 2000, $"{left} bytes of each of {Pages} pages are still there");

        async Task ComeAndGo(int pages)
        {
            for (var i = 0; i < pages; i++)
            {
                await using var page = await Page.Open(window, cookie);
                await page.Watch("Act", "cycle");
                await page.FrameUntil(_ => true);
            }
        }
    }
}
